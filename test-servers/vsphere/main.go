// A vCenter for tests: govmomi's simulator, with what the life of a host needs and the simulator lacks (sleeper.go).
//
// Usage: vsphere -listen ADDRESS -certificate FILE -user NAME -password FILE [-clusters N] [-hosts N] [-guests N] [-slow TASK=MILLISECONDS,…] [-faults FOLDER]
// The password is what its file holds. The certificate is in its file once the server listens, which it does until it is
// killed. In the last of several clusters DRS and DPM decide by themselves, and HA reserves no room; in the others
// they only recommend. What goes wrong is named by files in the folder of faults (faults.go), while they are there.
package main

import (
	"crypto/tls"
	"encoding/pem"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	select {}
}

func run() error {
	model := simulator.VPX()
	model.Host = 0
	listen := flag.String("listen", "127.0.0.1:0", "address and port")
	certificate := flag.String("certificate", "", "file for the certificate")
	user := flag.String("user", "feierabend", "who may log in")
	password := flag.String("password", "", "file with the password")
	slow := flag.String("slow", "", "tasks that take their time")
	wrong := flag.String("faults", "", "folder of files that name what goes wrong")
	flag.IntVar(&model.Cluster, "clusters", 1, "")
	flag.IntVar(&model.ClusterHost, "hosts", 3, "hosts a cluster")
	flag.IntVar(&model.Machine, "guests", 2, "guests a cluster")
	flag.Parse()
	secret, err := os.ReadFile(*password)
	if err != nil {
		return err
	}
	os.Setenv("TMPDIR", filepath.Dir(*certificate)) // where it keeps its datastores' files
	if err := delay(*slow); err != nil {
		return err
	}
	if err := model.Create(); err != nil {
		return err
	}
	letHostsSleep(model.Map(), faults(*wrong))
	setClusters(model.Map())
	model.Service.Listen = &url.URL{Host: *listen, User: url.UserPassword(*user, strings.TrimSpace(string(secret)))}
	model.Service.TLS = new(tls.Config)
	server := model.Service.NewServer()
	block := &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}
	if err := os.WriteFile(*certificate+".part", pem.EncodeToMemory(block), 0o644); err != nil {
		return err
	}
	return os.Rename(*certificate+".part", *certificate)
}

// delay makes tasks take a while, without a hold on what they work on: who looks meanwhile sees it as it was.
func delay(slow string) error {
	delays := map[string]int{"LockHandoff": 0}
	for _, pair := range strings.FieldsFunc(slow, func(r rune) bool { return r == ',' }) {
		task, millis, _ := strings.Cut(pair, "=")
		each, err := strconv.Atoi(millis)
		if err != nil {
			return fmt.Errorf("expected TASK=MILLISECONDS but found %q", pair)
		}
		delays[task] = each
	}
	simulator.TaskDelay.MethodDelay = delays
	return nil
}

// setClusters lets the last cluster decide for itself, where there are several, and all others recommend.
func setClusters(registry *simulator.Registry) {
	clusters := registry.All("ClusterComputeResource")
	for _, entity := range clusters {
		cluster := entity.(*simulator.ClusterComputeResource)
		config := cluster.ConfigurationEx.(*types.ClusterConfigInfoEx)
		config.DrsConfig.Enabled = types.NewBool(true)
		config.DrsConfig.DefaultVmBehavior = types.DrsBehaviorManual
		if len(clusters) > 1 && strings.HasSuffix(cluster.Name, fmt.Sprintf("_C%d", len(clusters)-1)) {
			config.DrsConfig.DefaultVmBehavior = types.DrsBehaviorFullyAutomated
			config.DpmConfigInfo = &types.ClusterDpmConfigInfo{
				Enabled: types.NewBool(true), DefaultDpmBehavior: types.DpmBehaviorAutomated}
			config.DasConfig.Enabled = types.NewBool(true)
			config.DasConfig.AdmissionControlEnabled = types.NewBool(false)
		}
	}
}

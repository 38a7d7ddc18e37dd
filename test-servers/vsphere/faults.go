package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// What can go wrong, by the names of the files.
const (
	moves       = "moves"       // a guest's move fails when nine tenths of it are done
	maintenance = "maintenance" // a host's way into maintenance or standby doesn't end before the file is gone, and then has failed
	address     = "address"     // the next host that wakes isn't heard of before the file is gone
)

const (
	look    = 200 * time.Millisecond
	journey = 2 * time.Second
)

// faults is a folder of files; none where it is empty.
type faults string

func (f faults) has(name string) bool {
	if f == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(string(f), name))
	return err == nil
}

// take is true for whoever comes first; the fault is then his.
func (f faults) take(name string) bool {
	path := filepath.Join(string(f), name)
	return f != "" && os.Rename(path, path+taken) == nil
}

const taken = "-taken"

var failing atomic.Int64

// fail starts a task that shows its progress and fails once it is over. Others may look at what it is about meanwhile:
// it is begun for nobody, whom it locks in the entity's place.
func fail(ctx *simulator.Context, of mo.Reference, name string, progress int32, fault types.BaseMethodFault, over func() bool) types.ManagedObjectReference {
	entity := of.Reference()
	nobody := types.ManagedObjectReference{Type: "Nobody", Value: fmt.Sprintf("nobody-%d", failing.Add(1))}
	task := simulator.CreateTask(nobody, name, func(*simulator.Task) (types.AnyType, types.BaseMethodFault) {
		for !over() {
			time.Sleep(look)
		}
		return nil, fault
	})
	task.Info.DescriptionId = entity.Type + "." + name
	started := task.Run(ctx)
	ctx.Map.AtomicUpdate(ctx, task, []types.PropertyChange{
		{Name: "info.entity", Val: &entity},
		{Name: "info.entityName", Val: entity.Value},
		{Name: "info.progress", Val: progress},
	})
	return started
}

const moverType = "MovingGuest"

// mover stands in a guest's place while moves fail.
type mover struct {
	guest *simulator.VirtualMachine
	own   types.ManagedObjectReference
}

func (m *mover) Reference() types.ManagedObjectReference { return m.own }

// letMovesFail puts a mover beside every guest.
func letMovesFail(registry *simulator.Registry) {
	for _, entity := range registry.All("VirtualMachine") {
		guest := entity.(*simulator.VirtualMachine)
		registry.Put(&mover{guest, types.ManagedObjectReference{Type: moverType, Value: guest.Self.Value}})
	}
}

func (m *mover) RelocateVMTask(ctx *simulator.Context, _ *types.RelocateVM_Task) soap.HasFault {
	end := time.Now().Add(journey)
	task := fail(ctx, m.guest, "relocateVm", 90, &types.MigrationFault{}, func() bool { return time.Now().After(end) })
	return &methods.RelocateVM_TaskBody{Res: &types.RelocateVM_TaskResponse{Returnval: task}}
}

func (s *sleeper) hang(ctx *simulator.Context, name string) types.ManagedObjectReference {
	return fail(ctx, s.host, name, 20, &types.Timedout{}, func() bool { return !s.wrong.has(maintenance) })
}

func connection(state types.HostSystemConnectionState) types.PropertyChange {
	return types.PropertyChange{Name: "runtime.connectionState", Val: state}
}

// comeBack has the host heard of again once somebody has found it.
func (s *sleeper) comeBack(ctx *simulator.Context) {
	for s.wrong.has(address + taken) {
		time.Sleep(look)
	}
	ctx.Map.AtomicUpdate(ctx, s.host, []types.PropertyChange{connection(types.HostSystemConnectionStateConnected)})
}

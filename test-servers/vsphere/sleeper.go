package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

const sleeperType = "SleepingHost"

// memory is more than the simulator's recorded series ever use; its own hosts have less.
const memory = 128 << 30

// sleeper answers for one host the calls that the simulator lacks (standby) or answers too easily (maintenance, which
// there takes no notice of guests and tells no property collector). The hosts themselves stay the simulator's, which
// expects its own type in many places.
type sleeper struct {
	host  *simulator.HostSystem
	own   types.ManagedObjectReference
	wrong faults
}

func (s *sleeper) Reference() types.ManagedObjectReference { return s.own }

// letHostsSleep puts a sleeper beside every host, and sends it what is asked of the host.
func letHostsSleep(registry *simulator.Registry, wrong faults) {
	for _, entity := range registry.All("HostSystem") {
		host := entity.(*simulator.HostSystem)
		host.Capability.StandbySupported = true
		host.Hardware.MemorySize = memory
		registry.Put(&sleeper{host, types.ManagedObjectReference{Type: sleeperType, Value: host.Self.Value}, wrong})
	}
	letMovesFail(registry)
	registry.Handler = func(ctx *simulator.Context, method *simulator.Method) (mo.Reference, types.BaseMethodFault) {
		switch method.Name {
		case "PowerDownHostToStandBy_Task", "PowerUpHostFromStandBy_Task", "EnterMaintenanceMode_Task", "ExitMaintenanceMode_Task":
			if method.This.Type == "HostSystem" {
				method.This.Type = sleeperType // what a session looks up goes before what is returned here
			}
			return ctx.Map.Get(method.This), nil
		case "RelocateVM_Task":
			if wrong.has(moves) {
				method.This.Type = moverType
				return ctx.Map.Get(method.This), nil
			}
		}
		return nil, nil
	}
}

// begin starts a task on the host that fails where expect gives a fault, and else changes it.
func (s *sleeper) begin(ctx *simulator.Context, name string, expect func() types.BaseMethodFault, changes ...types.PropertyChange) types.ManagedObjectReference {
	return simulator.CreateTask(s.host, name, func(*simulator.Task) (types.AnyType, types.BaseMethodFault) {
		if fault := expect(); fault != nil {
			return nil, fault
		}
		ctx.Update(s.host, changes)
		return nil, nil
	}).Run(ctx)
}

func (s *sleeper) is(state types.HostSystemPowerState) types.BaseMethodFault {
	if s.host.Runtime.PowerState != state {
		return &types.InvalidState{}
	}
	return nil
}

// busy is true while a guest runs on the host.
func (s *sleeper) busy(ctx *simulator.Context) bool {
	for _, entity := range ctx.Map.All("VirtualMachine") {
		guest := entity.(*simulator.VirtualMachine)
		if *guest.Runtime.Host == s.host.Self && guest.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn {
			return true
		}
	}
	return false
}

func power(state types.HostSystemPowerState, mode types.HostStandbyMode) []types.PropertyChange {
	return []types.PropertyChange{
		{Name: "runtime.powerState", Val: state},
		{Name: "runtime.standbyMode", Val: string(mode)},
	}
}

func (s *sleeper) PowerDownHostToStandByTask(ctx *simulator.Context, _ *types.PowerDownHostToStandBy_Task) soap.HasFault {
	expect := func() types.BaseMethodFault {
		if s.busy(ctx) {
			return &types.Timedout{} // it waits for its guests to go, in vain
		}
		return s.is(types.HostSystemPowerStatePoweredOn)
	}
	if s.wrong.has(maintenance) {
		return &methods.PowerDownHostToStandBy_TaskBody{Res: &types.PowerDownHostToStandBy_TaskResponse{Returnval: s.hang(ctx, "powerDownHostToStandBy")}}
	}
	task := s.begin(ctx, "powerDownHostToStandBy", expect, power(types.HostSystemPowerStateStandBy, types.HostStandbyModeIn)...)
	return &methods.PowerDownHostToStandBy_TaskBody{Res: &types.PowerDownHostToStandBy_TaskResponse{Returnval: task}}
}

func (s *sleeper) PowerUpHostFromStandByTask(ctx *simulator.Context, _ *types.PowerUpHostFromStandBy_Task) soap.HasFault {
	expect := func() types.BaseMethodFault { return s.is(types.HostSystemPowerStateStandBy) }
	changes := power(types.HostSystemPowerStatePoweredOn, types.HostStandbyModeNone)
	if expect() == nil && s.wrong.take(address) {
		changes = append(changes, connection(types.HostSystemConnectionStateNotResponding))
		go s.comeBack(ctx)
	}
	task := s.begin(ctx, "powerUpHostFromStandBy", expect, changes...)
	return &methods.PowerUpHostFromStandBy_TaskBody{Res: &types.PowerUpHostFromStandBy_TaskResponse{Returnval: task}}
}

func (s *sleeper) EnterMaintenanceModeTask(ctx *simulator.Context, _ *types.EnterMaintenanceMode_Task) soap.HasFault {
	expect := func() types.BaseMethodFault {
		if s.busy(ctx) {
			return &types.Timedout{}
		}
		return nil
	}
	if s.wrong.has(maintenance) {
		return &methods.EnterMaintenanceMode_TaskBody{Res: &types.EnterMaintenanceMode_TaskResponse{Returnval: s.hang(ctx, "enterMaintenanceMode")}}
	}
	task := s.begin(ctx, "enterMaintenanceMode", expect, types.PropertyChange{Name: "runtime.inMaintenanceMode", Val: true})
	return &methods.EnterMaintenanceMode_TaskBody{Res: &types.EnterMaintenanceMode_TaskResponse{Returnval: task}}
}

func (s *sleeper) ExitMaintenanceModeTask(ctx *simulator.Context, _ *types.ExitMaintenanceMode_Task) soap.HasFault {
	expect := func() types.BaseMethodFault { return nil }
	task := s.begin(ctx, "exitMaintenanceMode", expect, types.PropertyChange{Name: "runtime.inMaintenanceMode", Val: false})
	return &methods.ExitMaintenanceMode_TaskBody{Res: &types.ExitMaintenanceMode_TaskResponse{Returnval: task}}
}

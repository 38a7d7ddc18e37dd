package dev.feierabend.app.wiring;

import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;

/// What all clusters' power controllers are spoken to with.
record Switchgear(RedfishClient redfish, IpmiTool ipmi, Deadlines deadlines) {}

"""A Proxmox VE cluster that exists only here: fakepve, with what it leaves out made real.

Guests that are migrated go, under HA by the HA manager's own time; nodes shut down with everything on them, stay
away, and come back when another node wakes them; the HA manager knows who left in order; every node and guest that
runs has an hour of figures. Wrong ways are refused in Proxmox VE's own words.

    emulator.py PLAN FOLDER    writes FOLDER/certificate.pem once it listens
"""

import asyncio
import json
import os
import sys
import time

from fakepve import certs
from fakepve.model import PveError
from fakepve.server import FakePve

MINUTES = 60
SHUTDOWN_SECS = 20
BOOT_SECS = 30

# What the node that is asked does itself: the node it is about may be away (no `proxyto` in Proxmox VE's API).
OF_ANOTHER_NODE = ('/wakeonlan', '/config')


class Cluster(FakePve):
    def __init__(self, plan, **where):
        super().__init__(user='root@pam', password=plan['password'], **where)
        self.time_scale = plan['timeScale']
        self.lrm = {}
        for node in plan['nodes']:
            self.add_node(node['name'])
            self.nodes[node['name']]['wakeonlan'] = node.get('wakeonlan')
            self.lrm[node['name']] = 'active'
        for name in [each for each in self.nodes if each not in self.lrm]:
            del self.nodes[name]  # fakepve's own
        for store in self.storages.values():
            store['shared'] = 0
        self.storages['shared'] = dict(self.storages['local-lvm'], shared=1)
        self.users = plan.get('users', {})
        self.apitokens = plan.get('tokens', {})
        for user, rights in plan.get('grants', {}).items():
            for path, privileges in rights.items():
                self.grant(user, path, *privileges)
        for guest in plan['guests']:
            self._add(guest)

    def _add(self, guest):
        kind = self.add_ct if guest['type'] == 'lxc' else self.add_vm
        config = {'memory': guest['memory'], 'cores': guest['cores']}
        if guest['type'] == 'qemu':
            config['smbios1'] = 'uuid=' + guest['uuid']
            config['scsi0'] = '{0}:vm-{1}-disk-0,size=8G'.format(guest['storage'], guest['vmid'])
        machine = kind(guest['vmid'], guest['name'], node=guest['node'], status='running', config=config)
        if guest['type'] == 'lxc':
            machine.config['rootfs'] = '{0}:subvol-{1}-disk-0,size=8G'.format(guest['storage'], guest['vmid'])
        machine.shutdown_secs = guest['shutdownSecs']
        machine.ha_state = 'started' if guest['ha'] else None

    # ------------------------------------------------------------ what is asked for

    def _routes_night(self):
        node = '/nodes/{node}'
        return [('POST', node + '/qemu/{vmid}/migrate', self._migrate), ('POST', node + '/lxc/{vmid}/migrate', self._migrate),
                ('POST', node + '/wakeonlan', self._wake), ('POST', node + '/status', self._switch),
                ('GET', node + '/config', self._node_config), ('GET', node + '/rrddata', self._figures_of_node),
                ('GET', node + '/qemu/{vmid}/rrddata', self._figures_of_guest),
                ('GET', node + '/lxc/{vmid}/rrddata', self._figures_of_guest),
                ('GET', '/cluster/ha/status/manager_status', self._manager), ('GET', '/cluster/options', self._options)]

    async def _answer(self, request, handler, generic, path_node):
        here = request.path.endswith(OF_ANOTHER_NODE) and '/nodes/{0}/'.format(path_node) in request.path \
            and not request.match_info.get('vmid')
        return await super()._answer(request, handler, generic, None if here else path_node)

    async def _migrate(self, v, user):
        machine = self._machine(v)
        target = v['target']
        if target == machine.node:
            raise PveError(400, 'Parameter verification failed.', {'target': 'target is local node.'})
        if not self.nodes.get(target, {}).get('online'):
            raise PveError(500, "target node '{0}' is not online".format(target))
        self.need_quorum()
        self._check_lock(machine)
        if machine.status == 'running' and not (v.get('online') and machine in self.vms):
            raise PveError(500, "can't migrate running guest without --online")
        if machine.ha_managed:
            return await self.task(machine.node, 'hamigrate', machine.vmid, user, lambda: self._move_later(machine, target))
        return await self.migrate(machine.vmid, target, user=user)

    async def _move_later(self, machine, target):
        async def later():
            await self.pause(self.ha_delay)
            await self.migrate(machine.vmid, target)
        asyncio.ensure_future(later())

    def _machine(self, v):
        machine = self.vm(int(v['vmid'])) or self.ct(int(v['vmid']))
        if machine is None or machine.node != v['node']:
            raise PveError(500, "Configuration file 'nodes/{0}/{1}.conf' does not exist".format(v['node'], v['vmid']))
        return machine

    async def _wake(self, v, user):
        node = v['node']
        card = self.nodes[node]['wakeonlan']
        if not card:
            raise PveError(500, "No wake on LAN MAC address defined for '{0}'!".format(node))
        asyncio.ensure_future(self._boot(node))
        return card

    async def _boot(self, node):
        await self.pause(BOOT_SECS)
        self.lrm[node] = 'active'
        self.set_node_offline(node, offline=False)

    async def _switch(self, v, user):
        if v['command'] != 'shutdown':
            raise PveError(501, 'only a shutdown is played here')
        asyncio.ensure_future(self._leave(v['node']))

    async def _leave(self, node):
        await self.pause(SHUTDOWN_SECS)
        for machine in self.vms + self.cts:
            if machine.node == node:
                machine.status = 'stopped'
        self.lrm[node] = 'shutdown'
        self.set_node_offline(node)

    # ------------------------------------------------------------ what is told

    async def _node_config(self, v, user):
        card = self.nodes[v['node']]['wakeonlan']
        return {'wakeonlan': card} if card else {}

    async def _manager(self, v, user):
        seen = dict((name, 'online' if node['online'] else 'unknown') for name, node in self.nodes.items())
        return {'manager_status': {'master_node': sorted(self.nodes)[0], 'node_status': seen},
                'lrm_status': dict((name, {'mode': mode, 'timestamp': int(time.time())}) for name, mode in self.lrm.items())}

    async def _options(self, v, user):
        return {'keyboard': 'de', 'crs': {'ha': 'basic'}}

    async def _figures_of_node(self, v, user):
        stats = self._node_stats(True)
        runs = sum(1 for vm in self.vms if vm.node == v['node'] and vm.status == 'running')
        return self._figures(cpu=0.02 + 0.05 * runs, maxcpu=stats['maxcpu'], memused=stats['mem'], memtotal=stats['maxmem'])

    async def _figures_of_guest(self, v, user):
        memory = int(self._machine(v).config['memory']) * 1024 * 1024
        return self._figures(cpu=0.05, maxcpu=int(self._machine(v).config['cores']), mem=memory // 2, maxmem=memory)

    @staticmethod
    def _figures(**figures):
        """One a minute, as the round-robin database keeps them; the newest minute isn't there yet."""
        newest = int(time.time()) // MINUTES * MINUTES
        known = [dict(figures, time=newest - MINUTES * ago) for ago in range(70, 0, -1)]
        return known + [{'time': newest}]


async def serve(plan, folder):
    certificate, key, _ = certs.make_cert(folder, hosts=('127.0.0.1',))
    cluster = Cluster(plan, host='127.0.0.1', port=plan['port'])
    await cluster.start(certificate, key)
    os.rename(certificate, os.path.join(folder, 'certificate.pem'))
    await asyncio.Event().wait()


if __name__ == '__main__':
    with open(sys.argv[1]) as file:
        asyncio.run(serve(json.load(file), sys.argv[2]))

import { devicesNamedAfter } from '../../devices/device-naming-rule.ts';
import { removeDevices } from '../../devices/remove-devices.ts';
import { amountOf } from '../amount-of.ts';
import type { OffboardingStep } from '../leaver.ts';
import { listed } from '../listed.ts';

/** Removes the roaming computers that bear the person's name by the configured rule, and reads each one back. */
export const removeRoamingComputers: OffboardingStep = async (
  { email, places: { roamingComputers } },
  { isResumed },
) => {
  if (!roamingComputers) {
    return { result: 'not-needed', summary: 'no rule says whose a roaming computer is' };
  }
  const { registry, namingRule } = roamingComputers;
  const devices = devicesNamedAfter(email, namingRule, await registry.all());
  const removal = await removeDevices(devices, registry);
  const names = listed(removal.removed.map(({ name }) => name));
  const removed = `${amountOf(removal.removed.length, 'roaming computer')} removed${names && `: ${names}`}`;
  if (removal.result === 'some-left') {
    const left = listed(removal.left.map(({ name }) => name));
    return { result: 'open', summary: `still registered: ${left}; ${removed}` };
  }
  if (devices.length > 0) return { result: 'done', summary: removed };
  if (isResumed) return { result: 'done', summary: 'no roaming computer left' };
  return { result: 'not-needed', summary: `no roaming computer is named by the rule ${namingRule}` };
};

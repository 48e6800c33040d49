import type { Deployment } from './deployment.ts';
import type { OtherChanges } from './group-usage.ts';
import type { WaitingFirewall } from './plan-deployments.ts';

/** More changes of others than these are only counted. */
const mostChangesNamed = 5;

/** A deployment that has come to an end, for a person: how, and what of others went with it. */
export function describeDeployment({ firewall, otherChanges, state }: Deployment): string {
  switch (state.kind) {
    case 'done':
      return `The changes are on ${firewall.name}. ${describeOthers(otherChanges, 'went with them')}`;
    case 'failed':
      return `The deployment to ${firewall.name} failed: ${state.reason}. ${describeOthers(otherChanges, 'were to go with it')}`;
    case 'lost':
      return `What became of the deployment to ${firewall.name} is not known. What is still pending there goes with the next.`;
    case 'asked':
    case 'running':
      return `The deployment to ${firewall.name} is under way. ${describeOthers(otherChanges, 'go with it')}`;
  }
}

/** Why a change of ours is not deployed to a firewall, and what a person can do. */
export function describeWaiting({ pending: { firewall }, because }: WaitingFirewall): string {
  const { name } = firewall;
  switch (because.kind) {
    case 'switched-off':
      return `A change waits for ${name}: deploy it in Firewall Manager, or set "deploy" to "auto".`;
    case 'under-way':
      return `A change waits for ${name}, where a deployment is under way.`;
    case 'not-before':
      return `A change waits for ${name}; the next deployment there is not before ${because.at.toISOString()}.`;
    case 'deployed-elsewhere':
      return `A change waits for ${name}: deploy it where that firewall is managed.`;
    case 'state-unknown':
      return `Whether ${name} lacks a change is not known: look at it in Firewall Manager. One that never had a deployment needs its first by a person.`;
    case 'no-deny-rule':
      return `A change waits for ${name}, and is not deployed: no rule there is known to deny the group.`;
    case 'permit-rule':
      return `A change waits for ${name}, and is not deployed: ${because.rule} would let through what is in the group. Change that rule.`;
  }
}

function describeOthers(others: OtherChanges, verb: string): string {
  if (others.kind === 'not-listed') return 'What else was pending there is not said by the vendor.';
  if (others.changes.length === 0) return 'Nothing of others was pending there.';
  const named = others.changes.slice(0, mostChangesNamed).join('; ');
  const more = others.changes.length - mostChangesNamed;
  return `Changes of others ${verb}: ${named}${more > 0 ? `; and ${more} more` : ''}.`;
}

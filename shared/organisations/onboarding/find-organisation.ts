import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { Organisation } from '../organisation.ts';
import type { OrganisationRegistry } from '../organisation-registry.ts';
import type { OrganisationRequest } from '../organisation-request.ts';

/**
 * The key's own organisation, which has to be a manager: no other makes organisations.
 * @throws ConfigurationProblem for any other
 */
export async function findManager(registry: OrganisationRegistry): Promise<Organisation> {
  const own = await registry.own();
  if (own.kind === 'manager') return own;
  throw new ConfigurationProblem(
    `The key is of ${own.name}, which is a ${own.kind} organisation, and only a manager organisation makes others. Make an API key in the console of the manager organisation, under Platform Management > API Keys, and configure that one for onboarding; if there is no manager organisation, ask Cisco to make ${own.name} one.`,
  );
}

/**
 * The organisation that was asked for, if it is there.
 * @throws RefusedInput when one of that name is there that cannot be meant
 * @throws ConfigurationProblem when it cannot be told which one is meant, or whether there is one
 */
export async function findOrganisation(
  registry: OrganisationRegistry,
  { name, region }: Pick<OrganisationRequest, 'name' | 'region'>,
): Promise<Organisation | undefined> {
  const { organisations, isComplete } = await registry.named(name);
  const [found, another] = organisations;
  if (another) {
    throw new ConfigurationProblem(
      `There are ${organisations.length} organisations named ${name} (${organisations.map(({ id }) => id).join(', ')}), so the name does not say which. None can be deleted: rename all but one in the console.`,
    );
  }
  if (!found) {
    if (isComplete) return undefined;
    throw new ConfigurationProblem(
      `Nobody can tell whether there is an organisation ${name}: the platform shows only so many at once. Look in the console; if there is none, make it there, and ask for the rest again.`,
    );
  }
  if (found.kind !== 'managed') {
    throw new RefusedInput(
      `${name} is there already and is a ${found.kind} organisation, which is not managed by the one whose key it is. Choose another name.`,
    );
  }
  if (found.region !== undefined && found.region !== region) {
    throw new RefusedInput(
      `${name} is there already, in the region ${found.region}; ${region} was asked for. An organisation cannot be moved: correct the region, or choose another name.`,
    );
  }
  return found;
}

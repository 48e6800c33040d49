import type { PeopleSettings } from '../../config/people.ts';
import { isNonEmpty } from '../../non-empty.ts';
import type { Directory, PresentPerson } from '../directory.ts';
import type { EmailAddress } from '../email-address.ts';
import type { Roles } from '../roles.ts';
import { type OrganisationFacts, type PeopleFacts, unknownFacts } from './people-facts.ts';

/** An organisation, as far as the fuses look into it. */
export interface AskedOrganisation {
  readonly directory: Pick<Directory, 'people'>;
  readonly roles: Pick<Roles, 'of'>;
}

/** Administrators of one organisation: all who leave, and of those who stay as many as must. */
interface FoundAdministrators {
  readonly leaving: readonly EmailAddress[];
  readonly staying: readonly EmailAddress[];
}

type FactSettings = Pick<PeopleSettings, 'administratorRoles' | 'fuses' | 'protectedAccounts'>;

/**
 * Facts from the directories of the organisations. Of several the strictest counts: the smallest, and the one in which
 * the fewest administrators remain.
 */
export function organisationFacts(
  organisations: readonly AskedOrganisation[],
  settings: FactSettings,
): PeopleFacts {
  return {
    async read(leaving) {
      if (!isNonEmpty(organisations)) return unknownFacts;
      const counts: number[] = [];
      const found: FoundAdministrators[] = [];
      for (const organisation of organisations) {
        const people = await organisation.directory.people();
        counts.push(people.filter(({ state }) => state !== 'disabled').length);
        found.push(await findAdministrators(organisation, people, { leaving, settings }));
      }
      return { peopleCount: Math.min(...counts), administrators: strictest(found, settings) };
    },
  };
}

async function findAdministrators(
  { roles }: AskedOrganisation,
  people: readonly PresentPerson[],
  { leaving, settings }: { leaving: ReadonlySet<EmailAddress>; settings: FactSettings },
): Promise<FoundAdministrators> {
  const active = people.filter(({ state }) => state === 'active');
  const thoseLeaving = active.filter(({ email }) => leaving.has(email));
  // Nobody who can sign in leaves, so nobody has to remain for it.
  if (thoseLeaving.length === 0) return { leaving: [], staying: [] };
  const thoseStaying = active.filter(({ email }) => !leaving.has(email));
  const staying = await administratorsAmong(
    likelyFirst(thoseStaying, settings),
    settings.fuses.leastAdministrators,
  );
  if (staying.length >= settings.fuses.leastAdministrators) return { leaving: [], staying };
  return { leaving: await administratorsAmong(thoseLeaving, thoseLeaving.length), staying };

  async function administratorsAmong(asked: readonly PresentPerson[], most: number): Promise<EmailAddress[]> {
    const administrators: EmailAddress[] = [];
    for (const person of asked) {
      if (administrators.length >= most) break;
      if (await isAdministrator(person)) administrators.push(person.email);
    }
    return administrators;
  }

  async function isAdministrator(person: PresentPerson): Promise<boolean> {
    const own = await roles.of(person);
    return settings.administratorRoles.some(({ product, role }) =>
      own.some(
        ({ displayName, products }) =>
          isSame(displayName, role) && products.some((name) => isSame(name, product)),
      ),
    );
  }
}

/** Accounts for emergencies are administrators, so that mostly one question is enough. */
function likelyFirst(people: readonly PresentPerson[], { protectedAccounts }: FactSettings): PresentPerson[] {
  const isLikely = ({ email }: PresentPerson) => protectedAccounts.breakGlass.includes(email);
  return [...people.filter(isLikely), ...people.filter((person) => !isLikely(person))];
}

/** Of organisations in which too few remain, all administrators who leave, and those who stay where they are fewest. */
function strictest(
  found: readonly FoundAdministrators[],
  { fuses: { leastAdministrators } }: FactSettings,
): OrganisationFacts['administrators'] {
  const tooFew = found.filter(
    ({ leaving, staying }) => leaving.length > 0 && staying.length < leastAdministrators,
  );
  if (!isNonEmpty(tooFew)) return found.flatMap(({ staying }) => staying);
  const fewest = tooFew.reduce((one, other) => (other.staying.length < one.staying.length ? other : one));
  return [...new Set([...tooFew.flatMap(({ leaving }) => leaving), ...fewest.staying])];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

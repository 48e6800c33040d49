import { expect, it } from 'vitest';
import { directoryIdSchema, type PresentPerson } from '#shared/people/directory.ts';
import { type AskedOrganisation, organisationFacts } from '#shared/people/planning/organisation-facts.ts';
import { type Role, roleIdSchema } from '#shared/people/roles.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';
import { address } from './planner-bench.ts';

const administrator: Role = {
  id: roleIdSchema.parse('1'),
  displayName: 'organization administrator',
  products: ['Security Cloud Control'],
};
const namesake: Role = { ...administrator, id: roleIdSchema.parse('2'), products: ['Firewall Manager'] };

/** Who is in an organisation: `ada*` is an administrator, `-eve` is disabled, `+kim` is invited. */
function organisation(...names: readonly string[]) {
  const asked: string[] = [];
  const people = names.map((name): PresentPerson => {
    const email = address(`${name.replace(/\W/g, '')}@corp.example`);
    const state = name.startsWith('-') ? 'disabled' : name.startsWith('+') ? 'invited' : 'active';
    return { state, email, listedAs: email, id: directoryIdSchema.parse(email) };
  });
  const administrators = new Set(
    names.filter((name) => name.endsWith('*')).map((name) => name.replace(/\W/g, '')),
  );
  const is: AskedOrganisation = {
    directory: { people: async () => people },
    roles: {
      of: async ({ email }) => {
        asked.push(email.replace('@corp.example', ''));
        return administrators.has(email.replace('@corp.example', ''))
          ? [namesake, administrator]
          : [namesake];
      },
    },
  };
  return { is, asked };
}

const leaving = (...names: readonly string[]) =>
  new Set(names.map((name) => address(`${name}@corp.example`)));
const addresses = (...names: readonly string[]) => names.map((name) => `${name}@corp.example`);

it('people are counted without the disabled ones, in the smallest organisation', async () => {
  const small = organisation('ada*', '+kim', '-eve');
  const large = organisation('ada*', 'bob', 'zoe', 'tom');
  const facts = organisationFacts([large.is, small.is], peopleSettings());
  expect((await facts.read(leaving('nobody'))).peopleCount).toBe(2);
});

it('nobody is asked about where none of those who leave can sign in', async () => {
  const { is, asked } = organisation('ada*', '-eve*', '+kim');
  await organisationFacts([is], peopleSettings()).read(leaving('eve', 'kim', 'nobody'));
  expect(asked).toEqual([]);
});

it('nobody more is asked about once as many administrators stay as must, the likely ones first', async () => {
  const { is, asked } = organisation('ada', 'bob*', 'zoe*', 'rescue*');
  const settings = peopleSettings({ protectedAccounts: { breakGlass: ['rescue@corp.example'] } });
  const { administrators } = await organisationFacts([is], settings).read(leaving('bob'));
  expect(asked).toEqual(['rescue']);
  expect(administrators).toEqual(addresses('rescue'));
});

it('where too few stay, it is found out who of those who leave is an administrator', async () => {
  const { is } = organisation('ada*', 'bob*', 'zoe', 'kim');
  const settings = peopleSettings({ fuses: { leastAdministrators: 2 } });
  const { administrators } = await organisationFacts([is], settings).read(leaving('bob', 'kim'));
  expect(administrators).toEqual(addresses('bob', 'ada'));
});

it('of several organisations the one counts in which the fewest remain', async () => {
  const ample = organisation('ada*', 'bob*', 'zoe*');
  const scarce = organisation('bob*', 'tom');
  const { administrators } = await organisationFacts([ample.is, scarce.is], peopleSettings()).read(
    leaving('bob'),
  );
  expect(administrators).toEqual(addresses('bob'));
});

it('without an organisation to ask nothing is known', async () => {
  expect(await organisationFacts([], peopleSettings()).read(leaving('ada'))).toEqual({
    peopleCount: undefined,
    administrators: undefined,
  });
});

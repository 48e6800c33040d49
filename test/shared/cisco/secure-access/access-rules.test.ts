import { describe, expect, it } from 'vitest';
import { rulesUsingList } from '#shared/cisco/secure-access/access-rules.ts';
import type { AuthorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { seededLists } from '../../../simulators/secure-access/seed.ts';
import { startSimulatedOrganisation } from './simulated-organisation.ts';

const listId = 7;

/** A client that answers from a table of paths, and keeps what was asked. */
function clientOf(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const client: AuthorisedClient = {
    async send({ path }) {
      asked.push(path);
      const body = answers[path];
      return { status: body === undefined ? 404 : 200, headers: new Headers(), body };
    },
  };
  return { client, asked };
}

const pageAt = (offset: number) => `/policies/v2/rules?offset=${offset}&limit=1000`;

function rule(ruleId: number, more: object = {}) {
  const ruleConditions = [
    { attributeName: 'umbrella.source.all', attributeOperator: '=', attributeValue: true },
    {
      attributeName: 'umbrella.destination.destination_list_ids',
      attributeOperator: 'INTERSECT',
      attributeValue: [listId],
    },
  ];
  return {
    ruleId,
    ruleName: `Rule ${ruleId}`,
    ruleAction: 'block',
    ruleIsEnabled: true,
    ruleConditions,
    ...more,
  };
}

function rulesWithoutList(firstRuleId: number, count: number) {
  return Array.from({ length: count }, (_, index) => rule(firstRuleId + index, { ruleConditions: [] }));
}

describe('on the simulated cloud, the rules that use a list', () => {
  it.each<[list: keyof typeof seededLists, rules: object[]]>([
    ['usedByBlockRule', [{ name: 'SOC block', action: 'block', isEnabled: true }]],
    ['usedByAllowRule', [{ name: 'Partner allow', action: 'allow', isEnabled: true }]],
    ['usedByNoRule', []],
  ])('are found for %s with one request', async (list, rules) => {
    const { client, calls } = await startSimulatedOrganisation();

    expect(await rulesUsingList(client, seededLists[list].id)).toMatchObject(rules);
    expect(calls()).toEqual([`GET ${pageAt(0)}`]);
  });

  it('are found under the other name of the array, disabled ones too', async () => {
    const { client, control } = await startSimulatedOrganisation();
    control.changeSettings({ rulesKey: 'result' });
    control.changeRule(591_701, { ruleIsEnabled: false });

    expect(await rulesUsingList(client, seededLists.usedByBlockRule.id)).toMatchObject([
      { ruleId: 591_701, isEnabled: false },
    ]);
  });

  it('are found on a later page', async () => {
    const { client, control, calls } = await startSimulatedOrganisation();
    for (let number = 1; number <= 1_000; number += 1) {
      control.addRule({ ruleName: `Rule ${number}`, ruleAction: 'block' });
    }
    control.addRule({ ruleName: 'The last', ruleAction: 'allow', destinationListIds: [listId] });

    expect(await rulesUsingList(client, listId)).toMatchObject([{ name: 'The last', action: 'allow' }]);
    expect(calls()).toEqual([`GET ${pageAt(0)}`, `GET ${pageAt(1_000)}`]);
  });

  it('are read one by one where the list of rules does not show their conditions', async () => {
    const { client, control, calls } = await startSimulatedOrganisation();
    control.changeSettings({ ruleListConditions: 'missing' });

    expect(await rulesUsingList(client, seededLists.usedByAllowRule.id)).toMatchObject([
      { ruleId: 591_702, action: 'allow' },
    ]);
    expect(calls()).toEqual([
      `GET ${pageAt(0)}`,
      'GET /policies/v2/rules/591701',
      'GET /policies/v2/rules/591702',
      'GET /policies/v2/rules/591703',
    ]);
  });
});

describe('a rule uses the list', () => {
  it.each<[said: string, attributeName: string, attributeValue: unknown, uses: boolean]>([
    ['as one of several', 'umbrella.destination.destination_list_ids', [1, 7, 9], true],
    ['as text', 'umbrella.destination.destination_list_ids', ['7'], true],
    ['alone', 'umbrella.destination.destination_list_ids', 7, true],
    ['alone, as text', 'umbrella.destination.destination_list_ids', '7', true],
    ['not when others are named', 'umbrella.destination.destination_list_ids', [70, 17, '77'], false],
    ['not when none is named', 'umbrella.destination.destination_list_ids', [], false],
    ['not when something else has its number', 'umbrella.destination.application_ids', [7], false],
  ])('%s', async (_said, attributeName, attributeValue, uses) => {
    const one = rule(1, {
      ruleConditions: [{ attributeName, attributeOperator: 'INTERSECT', attributeValue }],
    });
    const { client } = clientOf({ [pageAt(0)]: { count: 1, results: [one] } });

    expect(await rulesUsingList(client, listId)).toHaveLength(uses ? 1 : 0);
  });
});

describe('a rule is', () => {
  it.each<[said: string, ruleIsEnabled: unknown, isEnabled: boolean]>([
    ['enabled', true, true],
    ['disabled', false, false],
    ['enabled, in words', 'true', true],
    ['disabled, in words', 'false', false],
    ['enabled where nothing is said', undefined, true],
  ])('%s', async (_said, ruleIsEnabled, isEnabled) => {
    const { client } = clientOf({ [pageAt(0)]: { count: 1, result: [rule(1, { ruleIsEnabled })] } });
    expect(await rulesUsingList(client, listId)).toMatchObject([{ isEnabled }]);
  });

  it('taken for harmful where its action is not said, by the listing or by itself', async () => {
    const silent = rule(1, { ruleAction: undefined, ruleName: undefined });
    const { client } = clientOf({ [pageAt(0)]: { count: 1, results: [silent] } });
    expect(await rulesUsingList(client, listId)).toMatchObject([{ action: 'unknown', name: 'rule 1' }]);
  });
});

describe('no rule is missed', () => {
  it.each<[said: string, answers: Record<string, unknown>]>([
    [
      'where pages are smaller than asked for',
      {
        [pageAt(0)]: { count: 60, results: rulesWithoutList(1, 50) },
        [pageAt(50)]: { count: 60, results: [...rulesWithoutList(51, 9), rule(60)] },
      },
    ],
    [
      'where nothing is said of their number',
      {
        [pageAt(0)]: { results: rulesWithoutList(1, 50) },
        [pageAt(50)]: { results: [...rulesWithoutList(51, 9), rule(60)] },
        [pageAt(60)]: { results: [] },
      },
    ],
    [
      'where the count is that of the page',
      {
        [pageAt(0)]: { count: 1_000, results: rulesWithoutList(1_001, 1_000) },
        [pageAt(1_000)]: { count: 1, results: [rule(60)] },
      },
    ],
    [
      'where the same page comes again and again',
      {
        [pageAt(0)]: { results: [rule(60)] },
        [pageAt(1)]: { results: [rule(60)] },
      },
    ],
  ])('%s', async (_said, answers) => {
    const { client, asked } = clientOf(answers);

    expect(await rulesUsingList(client, listId)).toMatchObject([{ ruleId: 60 }]);
    expect(asked).toEqual(Object.keys(answers));
  });
});

describe('nothing is concluded', () => {
  it.each<[said: string, answers: Record<string, unknown>]>([
    ['from no answer', {}],
    ['from an answer without rules', { [pageAt(0)]: { count: 0 } }],
    ['from a page of a proxy', { [pageAt(0)]: '<html>' }],
    ['from a rule without id', { [pageAt(0)]: { count: 1, results: [{ ruleAction: 'block' }] } }],
    ['from an odd state', { [pageAt(0)]: { count: 1, results: [rule(1, { ruleIsEnabled: 'maybe' })] } }],
    [
      'from conditions of another form',
      { [pageAt(0)]: { count: 1, results: [rule(1, { ruleConditions: null })] } },
    ],
    [
      'from a rule that cannot be read by itself',
      { [pageAt(0)]: { count: 1, results: [rule(1, { ruleConditions: undefined })] } },
    ],
    [
      'from a rule that does not show its conditions by itself either',
      {
        [pageAt(0)]: { count: 1, results: [rule(1, { ruleConditions: undefined })] },
        '/policies/v2/rules/1': rule(1, { ruleConditions: undefined }),
      },
    ],
  ])('%s', async (_said, answers) => {
    const { client } = clientOf(answers);
    const reading = rulesUsingList(client, listId);
    await expect(reading).rejects.toThrow(GiveUp);
    await expect(reading).rejects.toThrow(/so nothing is written/);
  });
});

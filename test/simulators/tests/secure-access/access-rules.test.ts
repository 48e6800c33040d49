import { describe, expect } from 'vitest';
import { it } from './simulator-test.ts';

const rules = '/policies/v2/rules';

const blockRule = {
  ruleId: 591_701,
  ruleName: 'SOC block',
  ruleAction: 'block',
  ruleIsEnabled: true,
  ruleIsDefault: false,
  rulePriority: 1,
  ruleConditions: [
    {
      attributeName: 'umbrella.destination.destination_list_ids',
      attributeOperator: 'INTERSECT',
      attributeValue: [7_001_234],
    },
    {
      attributeName: 'umbrella.destination.networkObjectGroupIds',
      attributeOperator: 'INTERSECT',
      attributeValue: [4_500],
    },
  ],
};

describe('reading access rules', () => {
  it('shows which rule uses which list and which group', async ({ api }) => {
    expect((await api.call('GET', rules)).body).toMatchObject({
      count: 3,
      results: [
        blockRule,
        { ruleAction: 'allow', ruleConditions: [{ attributeValue: [7_001_235] }] },
        { ruleIsDefault: true, ruleConditions: [{ attributeName: 'umbrella.destination.all' }] },
      ],
    });
  });

  it('gives ten a page where nothing is said, and counts them all', async ({ simulator, api }) => {
    for (let number = 1; number <= 20; number += 1) {
      simulator.control.addRule({ ruleName: `Rule ${number}`, ruleAction: 'block' });
    }
    expect((await api.call('GET', rules)).body).toMatchObject({ count: 23, results: { length: 10 } });
    expect((await api.call('GET', `${rules}?offset=20&limit=1000`)).body).toMatchObject({
      count: 23,
      results: [{ ruleName: 'Rule 18' }, { ruleName: 'Rule 19' }, { ruleName: 'Rule 20' }],
    });
  });

  it.for(['limit=1001', 'offset=-1', 'filters={}'])('refuses the query %s', async (query, { api }) => {
    const answer = await api.call('GET', `${rules}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.any(String), requestId: expect.any(String) });
  });

  it('finds rules by a part of their name', async ({ api }) => {
    expect((await api.call('GET', `${rules}?ruleName=Partner`)).body).toMatchObject({ count: 1 });
  });

  it('names the array as told', async ({ simulator, api }) => {
    simulator.control.changeSettings({ rulesKey: 'result' });
    const answer = await api.call('GET', rules);
    expect(answer.body).toMatchObject({ result: { length: 3 } });
    expect(answer.body).not.toHaveProperty('results');
  });

  it('leaves the conditions to the single rule when told so', async ({ simulator, api }) => {
    simulator.control.changeSettings({ ruleListConditions: 'missing' });
    expect((await api.call('GET', rules)).body).not.toHaveProperty('results[0].ruleConditions');
    expect((await api.call('GET', `${rules}/591701`)).body).toMatchObject(blockRule);
  });

  it('answers 404 for a rule that does not exist', async ({ api }) => {
    const answer = await api.call('GET', `${rules}/1`);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ error: 'rule not found', requestId: expect.any(String) });
  });

  it('follows the console: rules are switched off, turned round, given other lists', async ({
    simulator,
    api,
  }) => {
    simulator.control.changeRule(591_701, { ruleIsEnabled: false });
    simulator.control.changeRule(591_702, { ruleAction: 'block', destinationListIds: [] });
    expect((await api.call('GET', rules)).body).toMatchObject({
      results: [
        { ...blockRule, ruleIsEnabled: false },
        { ruleName: 'Partner allow', ruleAction: 'block', ruleConditions: [] },
        { ruleIsDefault: true },
      ],
    });
  });
});

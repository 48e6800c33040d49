import { describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { onboardingIdOf } from '#shared/organisations/onboarding/onboarding-id.ts';
import type { Step } from '#shared/organisations/onboarding/step.ts';
import { stepRunner } from '#shared/organisations/onboarding/step-runner.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemoryStepJournal } from './in-memory-step-journal.ts';

const onboarding = onboardingIdOf('Northwind');

/** A place where a step makes one thing, which shows after so many seconds. */
function startPlace({ showsAfterSeconds = 0 } = {}) {
  const clock = new AdvancingTime();
  const journal = new InMemoryStepJournal();
  const made: Date[] = [];
  const failures: Error[] = [];
  const step: Step<string> = {
    step: 'create-group',
    subject: 'Analysts',
    look: async () =>
      made.some((at) => clock.now().getTime() - at.getTime() >= showsAfterSeconds * 1_000)
        ? 'the group'
        : undefined,
    async act() {
      const failure = failures.shift();
      if (failure instanceof RefusedInput || failure instanceof RetryLater) throw failure;
      made.push(clock.now());
      if (failure) throw failure;
      return undefined;
    },
    describe: (found) => found ?? 'a group',
  };
  const settle = async (request = 'first') => {
    const requestId = deriveRequestId('test', request);
    return (await stepRunner({ onboarding, requestId, journal, clock })).settle(step);
  };
  return { clock, journal, made, failures, settle };
}

describe('a step', () => {
  it('is done once, however often it is settled', async () => {
    const { settle, made, journal } = startPlace();
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
    expect(made).toHaveLength(1);
    expect(journal.all()).toMatchObject([{ result: 'done', subject: 'Analysts' }]);
  });

  it('that does not show yet is waited for, not repeated', async () => {
    const { settle, made, clock } = startPlace({ showsAfterSeconds: 100 });
    expect(await settle()).toEqual({ result: 'done', found: undefined });
    clock.pass(50_000);
    await expect(settle()).rejects.toMatchObject({ retryAfterSeconds: 250 });
    clock.pass(50_000);
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
    expect(made).toHaveLength(1);
  });

  it('whose answer is lost is looked for at once', async () => {
    const { settle, failures, made } = startPlace();
    failures.push(new OutcomeUnknown('lost'));
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
    expect(made).toHaveLength(1);
  });

  it('that is refused is open, and is tried again the next time without waiting', async () => {
    const { settle, failures, journal } = startPlace();
    failures.push(new RefusedInput('The name is too long.'));
    expect(await settle()).toEqual({ result: 'open', reason: 'The name is too long.' });
    expect(journal.all()).toMatchObject([{ result: 'open', summary: 'The name is too long.' }]);
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
  });

  it('that did not work for now is tried again the next time without waiting', async () => {
    const { settle, failures } = startPlace();
    failures.push(new RetryLater('busy'));
    await expect(settle()).rejects.toThrow('busy');
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
  });

  it('whose failure says nothing is waited for before it is repeated', async () => {
    const { settle, failures, made, clock } = startPlace({ showsAfterSeconds: 400 });
    failures.push(new Error('the process runs out of memory'));
    await expect(settle()).rejects.toThrow('out of memory');
    await expect(settle()).rejects.toThrow(RetryLater);
    expect(made).toHaveLength(1);
    clock.pass(300_000);
    // So slow a list is more than is promised: here a second one is made.
    await settle();
    expect(made).toHaveLength(2);
  });

  it('that is done and could not be recorded as done is not taken for one that was not', async () => {
    const { settle, made, journal, clock } = startPlace({ showsAfterSeconds: 100 });
    const record = journal.record.bind(journal);
    journal.record = () => Promise.reject(new RetryLater('the table is busy'));
    await expect(settle()).rejects.toThrow('the table is busy');
    journal.record = record;
    await expect(settle()).rejects.toMatchObject({ retryAfterSeconds: 300 });
    clock.pass(300_000);
    expect(await settle()).toEqual({ result: 'done', found: 'the group' });
    expect(made).toHaveLength(1);
  });

  it('that somebody has undone is left open for the same request and done anew for another', async () => {
    const { settle, made, clock } = startPlace();
    await settle();
    made.length = 0;
    clock.pass(301_000);
    expect(await settle()).toMatchObject({ result: 'open', reason: expect.stringContaining('undone it') });
    expect(made).toHaveLength(0);
    expect(await settle('second')).toEqual({ result: 'done', found: 'the group' });
  });

  it('that was so before is already done', async () => {
    const { settle, made } = startPlace();
    made.push(new Date(0));
    expect(await settle()).toEqual({ result: 'already', found: 'the group' });
    expect(made).toHaveLength(1);
  });

  it('is begun by one of two', async () => {
    const { settle, made } = startPlace({ showsAfterSeconds: 10 });
    const both = await Promise.allSettled([settle(), settle('second')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(made).toHaveLength(1);
  });
});

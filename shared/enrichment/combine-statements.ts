import { type ModuleWeights, weightOf } from './module-weights.ts';
import { compareOfOneModule, compareOrdinarily, isPersons, priorityOf, surestOf } from './precedence.ts';
import type { Statement } from './statement.ts';
import type { Evidence, ModuleFailure, Verdict } from './verdict.ts';
import { type VerdictLifetimes, validUntil } from './verdict-validity.ts';

/** As many as a verdict keeps. */
const mostEvidence = 20;
const mostFailures = 20;

/** As many as the sentence names that tells which rule decided. */
const mostRivals = 3;

/** Links longer than that are left out, longer reasons are cut. */
const longestLink = 1_000;
const longestReason = 500;

/** A module's statement that counts, and how much. */
interface Vote {
  readonly statement: Statement;
  /** Its priority times the weight of its module. */
  readonly weighted: number;
}

/**
 * Makes one verdict of what many modules say; pure, and the same in whatever order they answer.
 *
 * | step | rule |
 * | --- | --- |
 * | 1 | A statement that has expired does not count, nor does one of a module with the weight 0. |
 * | 2 | `unknown` counts only where nothing else is said: not to know is no evidence. |
 * | 3 | Each module has one vote: its statement of the highest priority, of these the latest. Without a priority it counts as 90, as automation. |
 * | 4 | Where a person has judged (priority 100), only persons have a vote. |
 * | 5 | The vote with the highest priority × weight of its module decides. |
 * | 6 | Of equal ones, the disposition that comes first in the order of private intelligence: clean, malicious, suspicious, common, unknown. |
 *
 * The verdict is as sure as the surest vote that agrees with it. Nothing known and nothing asked in vain is `unknown`
 * too, never `clean`.
 *
 * @param failures modules that did not answer; they change no disposition, but how long the verdict is used
 * @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide
 */
export function combineStatements(
  statements: readonly Statement[],
  failures: readonly ModuleFailure[],
  context: { now: Date; weights: ModuleWeights; lifetimes: VerdictLifetimes },
): Verdict {
  const { now, weights, lifetimes } = context;
  const votes = votesOf(
    statements.filter((statement) => counts(statement, now, weights)),
    weights,
  );
  const missing = missingAnswers(failures, weights);
  const [winner, ...others] = votes;
  const disposition = winner?.statement.disposition ?? 'unknown';
  const agreeing = votes.filter(({ statement }) => statement.disposition === disposition);
  const verdict = {
    disposition,
    confidence: surestOf(agreeing.map(({ statement }) => statement.confidence)),
    agreeingModules: agreeing.length,
    because: winner ? reasonOf(winner, others) : 'No module that answered says anything about it.',
    evidence: votes.slice(0, mostEvidence).map(({ statement }) => evidenceOf(statement)),
    failures: missing.slice(0, mostFailures),
    at: now.toISOString(),
  };
  const ends = votes.flatMap(({ statement }) => statement.validUntil ?? []);
  return { ...verdict, validUntil: validUntil(verdict, ends, { now, lifetimes }).toISOString() };
}

function counts(statement: Statement, now: Date, weights: ModuleWeights): boolean {
  const isValid = statement.validUntil === undefined || statement.validUntil > now;
  return isValid && weightOf(statement.module, weights) > 0;
}

/** One vote a module, the weightiest first. */
function votesOf(statements: readonly Statement[], weights: ModuleWeights): Vote[] {
  const known = statements.filter(({ disposition }) => disposition !== 'unknown');
  const said = known.length > 0 ? known : statements;
  const byModule = Map.groupBy(said, ({ module }) => module.instanceId);
  return [...byModule.values()]
    .flatMap((ofModule) => ofModule.toSorted(compareOfOneModule).slice(0, 1))
    .map((statement) => ({
      statement,
      weighted: priorityOf(statement) * weightOf(statement.module, weights),
    }))
    .toSorted(compareVotes);
}

function compareVotes(one: Vote, other: Vote): number {
  return (
    Number(isPersons(other.statement)) - Number(isPersons(one.statement)) ||
    other.weighted - one.weighted ||
    compareOrdinarily(one.statement, other.statement)
  );
}

function missingAnswers(failures: readonly ModuleFailure[], weights: ModuleWeights): ModuleFailure[] {
  const counted = failures.filter(
    ({ module, moduleInstanceId }) => weightOf({ name: module, instanceId: moduleInstanceId }, weights) > 0,
  );
  const distinct = new Map(counted.map((failure) => [JSON.stringify(failure), failure]));
  return [...distinct].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, failure]) => failure);
}

function reasonOf({ statement, weighted }: Vote, others: readonly Vote[]): string {
  const { disposition, module } = statement;
  if (disposition === 'unknown') return 'No module knows it.';
  const persons = isPersons(statement);
  const rivals = others
    .filter((other) => isPersons(other.statement) === persons && other.weighted === weighted)
    .filter((other) => other.statement.disposition !== disposition)
    .map((other) => `${other.statement.module.name} (${other.statement.disposition})`);
  const said = persons
    ? `A person judged it ${disposition} in ${module.name}.`
    : `${module.name} says ${disposition} with the highest weighted priority (${rounded(weighted)}).`;
  if (rivals.length === 0) return said;
  const more = rivals.length > mostRivals ? ` and ${rivals.length - mostRivals} more` : '';
  return `${said} Of equals, ${disposition} comes before ${rivals.slice(0, mostRivals).join(', ')}${more}.`;
}

function rounded(number: number): string {
  return String(Math.round(number * 100) / 100);
}

function evidenceOf(statement: Statement): Evidence {
  const { module, disposition, confidence, priority, reason, link, at, validUntil } = statement;
  return {
    module: module.name,
    moduleInstanceId: module.instanceId,
    disposition,
    confidence,
    ...(priority !== undefined && { priority }),
    ...(reason !== undefined && { reason: reason.slice(0, longestReason).toWellFormed() }),
    ...(link !== undefined && link.length <= longestLink && { link }),
    ...(at && { at: at.toISOString() }),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
  };
}

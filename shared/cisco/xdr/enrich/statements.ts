import type { EvidenceConfidence } from '../../../config/enrichment.ts';
import { intelligenceSource } from '../../../enrichment/imports/intelligence-source.ts';
import type { Statement } from '../../../enrichment/statement.ts';
import { indicatorKey } from '../../../iocs/indicator.ts';
import type { Confidence } from '../ctim.ts';
import { indicatorOf, type Observable } from '../observable.ts';
import type { Judgement } from './judgement.ts';
import type { ModuleAnswer } from './module-answer.ts';
import type { Verdict } from './verdict.ts';

const confidences: Record<Confidence, EvidenceConfidence> = {
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Info: 'low',
  None: 'none',
  Unknown: 'none',
};

/**
 * What modules say of indicators, by indicator key. A judgement tells more than the verdict that rests on it, so a
 * module's verdict is a statement of its own only where no judgement of the module says the same.
 *
 * Judgements that we wrote ourselves are no statements, nor are verdicts that they explain: what we block would prove
 * itself. A verdict of private intelligence that comes without its judgement cannot be told from one of others.
 */
export function statementsIn(answers: readonly ModuleAnswer[]): Map<string, Statement[]> {
  const statements = new Map<string, Statement[]>();
  for (const { module, judgements, verdicts } of answers) {
    for (const judgement of judgements.documents) {
      if (judgement.source === intelligenceSource) continue;
      add(statements, judgement.observable, statementOfJudgement(module, judgement));
    }
    for (const verdict of verdicts.documents) {
      const isExplained = judgements.documents.some(
        ({ observable, disposition }) =>
          disposition === verdict.disposition && isSame(observable, verdict.observable),
      );
      if (!isExplained) add(statements, verdict.observable, statementOfVerdict(module, verdict));
    }
  }
  return statements;
}

function add(
  statements: Map<string, Statement[]>,
  observable: Observable | undefined,
  statement: Statement,
): void {
  const indicator = observable && indicatorOf(observable);
  if (!indicator) return;
  const key = indicatorKey(indicator);
  const known = statements.get(key);
  if (known) known.push(statement);
  else statements.set(key, [statement]);
}

function isSame(one: Observable | undefined, other: Observable): boolean {
  return one?.type === other.type && one.value === other.value;
}

function statementOfJudgement(module: ModuleAnswer['module'], judgement: Judgement): Statement {
  const { disposition, priority, confidence, reason, link, validFrom, validUntil } = judgement;
  return {
    module,
    disposition,
    confidence: confidences[confidence],
    priority: priority === undefined ? undefined : Math.min(100, Math.max(0, priority)),
    reason,
    link,
    at: validFrom,
    validUntil,
  };
}

function statementOfVerdict(module: ModuleAnswer['module'], verdict: Verdict): Statement {
  const { disposition, validFrom, validUntil } = verdict;
  return { module, disposition, confidence: 'none', at: validFrom, validUntil };
}

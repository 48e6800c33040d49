import type { Statement } from './statement.ts';
import type { Evidence } from './verdict.ts';

/** The statement that a verdict keeps as evidence. */
export function restated({
  module,
  moduleInstanceId,
  disposition,
  confidence,
  priority,
  reason,
  link,
  at,
  validUntil,
}: Evidence): Statement {
  return {
    module: { name: module, instanceId: moduleInstanceId },
    disposition,
    confidence,
    priority,
    reason,
    link,
    ...(at !== undefined && { at: new Date(at) }),
    ...(validUntil !== undefined && { validUntil: new Date(validUntil) }),
  };
}

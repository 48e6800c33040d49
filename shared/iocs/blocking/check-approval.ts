import type { Decisions } from '../../approvals/decisions.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { firstApprovedPart } from '../../events/block-requested.ts';
import type { RequestOutcomes } from '../../requests/request-outcomes.ts';
import { indicatorKey } from '../indicator.ts';
import type { BlockCommand } from './block-command.ts';

/**
 * A command that claims to be approved, with who approved it, and only with what was held in the part: anybody who
 * may use the bus can publish such a command, so the recorded decision and the recorded outcome are what counts.
 * Other commands come back as they are.
 * @throws RefusedInput when no such decision is recorded, or the command is not for what was held
 */
export async function checkApproval(
  command: BlockCommand,
  ports: { decisions: Pick<Decisions, 'find'>; outcomes: RequestOutcomes },
): Promise<BlockCommand> {
  const { requestId, part, approvesPart } = command;
  if (approvesPart === undefined && part < firstApprovedPart) return command;
  const described = `Part ${part} of request ${requestId}`;
  if (approvesPart === undefined || part !== firstApprovedPart + approvesPart) {
    throw new RefusedInput(
      `${described} approves ${approvesPart === undefined ? 'no part' : `part ${approvesPart}`}. Parts from ${firstApprovedPart} are for approvals: part n is approved as part ${firstApprovedPart} + n with approvesPart n.`,
    );
  }
  const decision = await ports.decisions.find(requestId, approvesPart);
  if (decision?.decision !== 'approve') {
    throw new RefusedInput(
      `${described} claims an approval, but ${decision ? 'the part was rejected' : 'nobody has decided'}. Approve it with POST /requests/${requestId}/approve.`,
    );
  }
  const [outcome] = await ports.outcomes.find([{ requestId, part: approvesPart }]);
  if (outcome?.destinationList.name !== command.destinationList) {
    throw new RefusedInput(
      `${described} is for the list "${command.destinationList}"; what was held is for ${outcome ? `"${outcome.destinationList.name}"` : 'no list'}.`,
    );
  }
  const held = new Set(
    outcome.indicators.flatMap(({ status, type, value }) =>
      status === 'held' && type !== undefined ? [`${type}:${value}`] : [],
    ),
  );
  const isHeld = (indicator: BlockCommand['indicators'][number]) => held.has(indicatorKey(indicator));
  const notHeld = command.indicators.filter((indicator) => !isHeld(indicator));
  return {
    ...command,
    approvedBy: decision.decidedBy,
    indicators: command.indicators.filter(isHeld),
    rejected: [...command.rejected, ...notHeld.map(({ value }) => ({ value, reason: 'was-not-held' }))],
  };
}

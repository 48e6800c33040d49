import type { Approval, ChangeStanding, PersonChange } from '../changes/person-change.ts';
import { type AskedForView, askedForView } from './asked-for-view.ts';

/** A change as our answers show it; moments become ISO 8601 in JSON. */
export interface ChangeView extends AskedForView {
  readonly changeId: string;
  readonly requestId: string;
  readonly source: string;
  readonly acceptedAt: Date;
  readonly standing: ChangeStanding;
  /** Who let it pass the fuses. */
  readonly approval?: Approval;
}

export function changeView(change: PersonChange) {
  const { changeId, requestId, source, request, acceptedAt, standing, approval } = change;
  return {
    changeId,
    ...askedForView(request),
    standing,
    ...(approval && { approval }),
    source,
    requestId,
    acceptedAt,
  } satisfies ChangeView;
}

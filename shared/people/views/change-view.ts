import type { ChangeStanding, PersonChange } from '../changes/person-change.ts';
import { type AskedForView, askedForView } from './asked-for-view.ts';

/** A change as our answers show it; moments become ISO 8601 in JSON. */
export interface ChangeView extends AskedForView {
  readonly changeId: string;
  readonly requestId: string;
  readonly source: string;
  readonly acceptedAt: Date;
  readonly standing: ChangeStanding;
}

export function changeView({ changeId, requestId, source, request, acceptedAt, standing }: PersonChange) {
  return { changeId, ...askedForView(request), standing, source, requestId, acceptedAt } satisfies ChangeView;
}

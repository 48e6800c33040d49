import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { objectsRoute } from '../objects/in-objects.ts';
import { listQuerySchema, selectObjects } from '../objects/list-query.ts';
import { bulkBody, closedGroupBody, objectBody } from '../objects/object-bodies.ts';
import { objectError } from '../objects/object-error.ts';
import { bulkRequestSchema } from '../objects/object-requests.ts';
import type { OpenRoute } from '../route.ts';

/** Objects and groups together: listed, read by id, and read many at once. */
export const objectListRoutes: readonly OpenRoute[] = [
  objectsRoute('GET', '', listObjects),
  objectsRoute('POST', '/bulk', readMany),
  objectsRoute('GET', '/{id}', readOne),
];

function listObjects(request: ApiRequest, { networkObjects, settings }: Cloud): Answer {
  const query = listQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return objectError(400, z.prettifyError(query.error));
  const { limit, next, prev } = query.data;
  const cursor = next ?? prev;
  const offset = cursor === undefined ? query.data.offset : positionOf(cursor);
  if (offset === undefined) return objectError(400, 'Invalid cursor');
  const chosen = selectObjects(networkObjects, query.data);
  const page = chosen.slice(offset, offset + limit);
  const hasMore = offset + page.length < chosen.length;
  const isCursorGiven = settings.objectCursor === 'given';
  return ok({
    objects: page.map((stored) =>
      stored.type === 'networkGroup' && settings.listedGroups === 'without-content'
        ? closedGroupBody(stored)
        : objectBody(stored, networkObjects),
    ),
    pagination: {
      limit,
      offset,
      total: chosen.length,
      hasMore,
      next: isCursorGiven && hasMore ? cursorTo(offset + limit) : null,
      prev: isCursorGiven && offset > 0 ? cursorTo(Math.max(0, offset - limit)) : null,
    },
  });
}

function readMany(request: ApiRequest, { networkObjects }: Cloud): Answer {
  const body = parseJsonBody(request, bulkRequestSchema);
  if (!body.ok) return objectError(400, body.problem);
  const objects = body.value.ids.flatMap((id) => {
    const stored = networkObjects.find(id);
    return stored ? [bulkBody(stored, networkObjects)] : [];
  });
  return ok({ objects });
}

function readOne(_request: ApiRequest, { networkObjects }: Cloud, { id = '' }: PathParameters): Answer {
  const stored = networkObjects.find(id);
  return stored ? ok(objectBody(stored, networkObjects)) : objectError(404);
}

/** A cursor is opaque to callers; this one holds a position. */
function cursorTo(position: number): string {
  return Buffer.from(`at ${position}`).toString('base64url');
}

function positionOf(cursor: string): number | undefined {
  const position = /^at (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return position === undefined ? undefined : Number(position);
}

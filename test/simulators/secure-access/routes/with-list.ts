import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { Cloud } from '../cloud.ts';
import type { DestinationList } from '../destination-list.ts';
import { destinationListError, missingListError } from '../error-envelopes.ts';
import type { BearerRoute } from '../route.ts';

/** Makes a route's handler out of one that needs the list which the path names. */
export function withList(
  handle: (list: DestinationList, request: ApiRequest, cloud: Cloud) => Answer,
): BearerRoute['handle'] {
  return (request, cloud, { destinationListId = '' }) => {
    if (!/^\d+$/.test(destinationListId)) {
      return destinationListError(400, { message: 'destinationListId must be an integer' });
    }
    const list = cloud.lists.find(Number(destinationListId));
    return list ? handle(list, request, cloud) : missingListError();
  };
}

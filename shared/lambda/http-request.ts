import { z } from 'zod';

/**
 * The parts of an API Gateway event that are used; all others are nobody's business here.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const eventSchema = z.object({
  routeKey: z.string().optional(),
  headers: valuesByName(),
  pathParameters: valuesByName(),
  queryStringParameters: valuesByName(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string().optional() }),
    authorizer: z.object({ iam: z.object({ userArn: z.string().nullish() }).optional() }).optional(),
  }),
});

/** A request to one of our routes, free of the platform's shapes. */
export interface HttpRequest {
  /** API Gateway's own id of this call; it stands in its access log, in our log lines and in problem documents. */
  readonly apiRequestId: string;
  /** The route of the API that led here, as it was declared: `GET /requests/{requestId}`. */
  readonly routeKey?: string | undefined;
  /** Upper case. */
  readonly method: string;
  /** Names in lower case; a header sent twice has its values joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  readonly pathParameters: ReadonlyMap<string, string>;
  /** Names as sent; a parameter sent twice has its values joined by commas. */
  readonly queryParameters: ReadonlyMap<string, string>;
  readonly body: RequestBody;
  /** Where the connection to the gateway came from; no header has a say in it. */
  readonly sourceAddress?: string | undefined;
  /** Whom the IAM authoriser of the route has believed; nothing where the route has none. */
  readonly awsCallerArn?: string | undefined;
}

/** The body as the platform hands it over. */
export interface RequestBody {
  readonly text: string;
  readonly isBase64Encoded: boolean;
}

/** @throws ZodError when the event is not one of an HTTP API (payload format 2.0). */
export function httpRequestFrom(event: unknown): HttpRequest {
  const { routeKey, headers, pathParameters, queryStringParameters, body, isBase64Encoded, requestContext } =
    eventSchema.parse(event);
  return {
    apiRequestId: requestContext.requestId,
    routeKey,
    method: requestContext.http.method.toUpperCase(),
    headers: new Map(definedEntries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    pathParameters: new Map(definedEntries(pathParameters)),
    queryParameters: new Map(definedEntries(queryStringParameters)),
    body: { text: body ?? '', isBase64Encoded },
    sourceAddress: requestContext.http.sourceIp,
    awsCallerArn: requestContext.authorizer?.iam?.userArn ?? undefined,
  };
}

/** Left out where there are none; gateways that stand in for Amazon's write `null` then. */
function valuesByName() {
  return z
    .record(z.string(), z.string().optional())
    .nullish()
    .transform((values) => values ?? {});
}

function definedEntries(record: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

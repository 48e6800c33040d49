import type { Indicator } from '../iocs/indicator.ts';
import { parseIndicator } from '../iocs/parse-indicator.ts';
import type { HttpRequest } from './http-request.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * The indicator of a path `/indicators/{type}/{value}`.
 * @throws RefusedRequest when there is none in it
 */
export function indicatorInPath({ pathParameters }: Pick<HttpRequest, 'pathParameters'>): Indicator {
  const type = pathParameters.get('type') ?? '';
  const parsed = parseIndicator(decodeOnce(pathParameters.get('value') ?? ''), type);
  if (parsed.kind === 'indicator') return parsed.indicator;
  throw new RefusedRequest(
    'not-understood',
    `"${type}" and the value after it are no indicator (${parsed.reason}). Ask for /indicators/domain/bad.example, or with a URL's value percent-encoded.`,
  );
}

/** API Gateway decodes path parameters; callers that encode twice, or a stand-in that does not decode, are met here. */
function decodeOnce(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text) || text.includes('://')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { GiveUp } from '../../../errors/give-up.ts';
import { RetryLater } from '../../../errors/retry-later.ts';

/** Fetches a list as it is published. */
export type ListDownload = (url: string) => Promise<Uint8Array>;

export interface DownloadLimits {
  readonly mostBytes: number;
  readonly timeLimitMilliseconds: number;
}

/** Umbrella's ranking of a million names is 12 MB packed. */
const usualLimits: DownloadLimits = { mostBytes: 64 * 1024 * 1024, timeLimitMilliseconds: 60_000 };

/**
 * Downloads over HTTP, so much and so long at most.
 * @throws RetryLater when the server cannot be reached, is too slow, or answers with a failure of its own
 * @throws GiveUp when it refuses, or sends more than is taken
 */
export function httpListDownload({
  mostBytes,
  timeLimitMilliseconds,
}: DownloadLimits = usualLimits): ListDownload {
  return async (url) => {
    const signal = AbortSignal.timeout(timeLimitMilliseconds);
    try {
      const answer = await fetch(url, { signal });
      if (!answer.ok) {
        await answer.body?.cancel();
        const Problem = answer.status >= 500 || answer.status === 429 ? RetryLater : GiveUp;
        throw new Problem(`${hostOf(url)} answered ${answer.status} instead of a list. Look at its url.`);
      }
      return await readBody(answer, mostBytes);
    } catch (cause) {
      if (cause instanceof RetryLater || cause instanceof GiveUp) throw cause;
      throw new RetryLater(
        `${hostOf(url)} could not be reached, or did not send the list within ${timeLimitMilliseconds / 1_000} seconds.`,
        { cause },
      );
    }
  };
}

async function readBody({ body, url }: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new GiveUp(`${hostOf(url)} sends more than ${mostBytes} bytes; that is no list.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An address may have a key in its query, which belongs into no message. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'The server';
}

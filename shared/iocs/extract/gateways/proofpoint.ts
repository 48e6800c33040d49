/**
 * The links that Proofpoint's URL Defense writes, in its three versions.
 *
 * @see https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
 */
export function proofpointTarget(link: URL): string | undefined {
  if (link.pathname.startsWith('/v1/')) return link.searchParams.get('u') ?? undefined;
  if (link.pathname.startsWith('/v2/')) return versionTwoTarget(link);
  return link.pathname.startsWith('/v3/') ? versionThreeTarget(link.href) : undefined;
}

/** Version 2 writes `%` as `-` and `/` as `_`. */
function versionTwoTarget(link: URL): string | undefined {
  const written = link.searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/');
  try {
    return written === undefined ? undefined : decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

const versionThree = /\/v3\/__(.+?)__;([\w-]*)!/;

/** `**A` stands for a run of two characters, `**B` for three, and so on through this alphabet. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const shortestRun = 2;

/**
 * Version 3 leaves the link readable, but puts `*` where a character might be changed on the way. Those characters
 * follow behind the link, in base64.
 */
function versionThreeTarget(href: string): string | undefined {
  const [, written, encoded] = versionThree.exec(href) ?? [];
  if (written === undefined || encoded === undefined) return undefined;
  const replaced = Array.from(Buffer.from(encoded, 'base64url').toString('utf8'));
  let used = 0;
  const take = (count: number): string => {
    used += count;
    return replaced.slice(used - count, used).join('');
  };
  const target = written.replace(/\*(?:\*([\w-]))?/g, (_, run?: string) =>
    run === undefined ? take(1) : take(runLengths.indexOf(run) + shortestRun),
  );
  return target.replace(/^(https?|ftp):\/(?!\/)/, '$1://');
}

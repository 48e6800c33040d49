/**
 * The versions of the access-token secret that one rotation makes are named after its `ClientRequestToken`:
 * the first has its very name. A version that holds a value cannot be changed, so a rotation that is taken up again
 * when its first token is stale needs another, whose name begins with the same words.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */

/** Version ids have 64 characters at most, and the time takes 11 with its hyphen. */
const longestBeginning = 53;

/** The id of another version of the same rotation; different for each second. */
export function furtherVersionId(clientRequestToken: string, now: Date): string {
  return `${clientRequestToken.slice(0, longestBeginning)}-${Math.floor(now.getTime() / 1000)}`;
}

/** Whether a version was made by this rotation. */
export function isVersionOf(clientRequestToken: string, versionId: string): boolean {
  const beginning = clientRequestToken.slice(0, longestBeginning);
  return (
    versionId === clientRequestToken ||
    (versionId.startsWith(`${beginning}-`) && /^\d{10}$/.test(versionId.slice(beginning.length + 1)))
  );
}

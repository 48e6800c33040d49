/**
 * Fields of Splunk's Common Information Model that name the other side of a connection, or a file.
 * Not among them on purpose: `host`, `src`, `user` and `dest`, which are the own machines and people (`dest` is the
 * victim in the models Malware and Endpoint); `answer`, which may be a shared address; `url_domain`, the host of a URL
 * that stands in `url` and would be widened; and `results_link`, which is Splunk itself.
 *
 * @see https://docs.splunk.com/Documentation/CIM/latest/User/Overview
 */
export const usualSplunkFields: readonly string[] = [
  'query',
  'domain',
  'dest_ip',
  'dest_domain',
  'url',
  'urls',
  'file_hash',
  'md5',
  'sha1',
  'sha256',
];

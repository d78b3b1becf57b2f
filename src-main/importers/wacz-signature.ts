import { createHash, createPublicKey, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { ImportError } from './import-error.ts';
import { isRecord, recordFrom } from './wacz-manifest.ts';
import type { Zip } from './zip.ts';

/**
 * Says in one sentence who signed a package: nobody, its own maker (an anonymous key), or an observer by a domain's
 * certificate. The digest file must fit the manifest, and a signature that is there must be right.
 * @throws ImportError where either is wrong
 */
export function signatureOfPackage(zip: Zip, name: string): string {
  const path = 'datapackage-digest.json';
  if (!zip.has(path))
    return 'The package is not signed: its checksums are right, but nobody vouches for them.';
  const json = recordFrom(zip.read(path));
  const refuse = (why: string) => new ImportError('unreadable', `“${name}” cannot be trusted: ${why}.`);
  if (!json || typeof json['hash'] !== 'string') throw refuse('the digest of its manifest cannot be read');
  const manifest = zip.read('datapackage.json');
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  if (json['hash'].toLowerCase() !== digest)
    throw refuse('its manifest was changed after its digest was made');
  const signed = json['signedData'];
  if (!isRecord(signed))
    return 'The package is not signed: its checksums are right, but nobody vouches for them.';
  if (typeof signed['hash'] === 'string' && signed['hash'].toLowerCase() !== digest)
    throw refuse('its signature is that of another manifest');
  return judged(signed, digest, refuse);
}

function judged(
  signed: Record<string, unknown>,
  digest: string,
  refuse: (why: string) => ImportError,
): string {
  const { signature, publicKey, domainCert, domain, created, timestampCert } = signed;
  if (typeof signature !== 'string') return 'The package announces a signature but holds none.';
  const when =
    typeof created === 'string' && /^\d{4}-\d\d-\d\d/.test(created) ? ` on ${created.slice(0, 10)}` : '';
  if (typeof domainCert === 'string') {
    const certificate = certificateFrom(domainCert);
    if (!certificate) throw refuse('the certificate of its signature cannot be read');
    if (!isSigned(digest, signature, certificate.publicKey)) throw refuse('its signature is wrong');
    const host = typeof domain === 'string' ? domain : '';
    if (host === '' || certificate.checkHost(host) === undefined)
      throw refuse('its certificate belongs to another domain than the one it names');
    const inTime =
      typeof created === 'string' &&
      Date.parse(created) >= Date.parse(certificate.validFrom) &&
      Date.parse(created) <= Date.parse(certificate.validTo);
    if (!inTime)
      return `The package is signed in the name of ${host}${when}, with a certificate that did not hold then.`;
    const stamper = typeof timestampCert === 'string' ? certificateFrom(timestampCert) : null;
    const stamp = stamper
      ? ` A time stamp by ${/(?:^|\n)CN=([^\n]{1,100})/.exec(stamper.subject)?.[1] ?? 'another party'} is attached and was not checked.`
      : '';
    return `The package is signed by ${host}${when}; who issued the certificate cannot be checked without a network.${stamp}`;
  }
  if (typeof publicKey === 'string') {
    const key = keyFrom(publicKey);
    if (!key) throw refuse('the key of its signature cannot be read');
    if (!isSigned(digest, signature, key)) throw refuse('its signature is wrong');
    return `The package is signed by its maker${when}, with a key that nobody vouches for.`;
  }
  return 'The package announces a signature without a key, so that it cannot be checked.';
}

function certificateFrom(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function keyFrom(base64: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Makers sign the digest as text; ECDSA signatures come as DER or as two plain numbers. */
function isSigned(digest: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64');
  const text = Buffer.from(digest);
  return ['sha256', 'sha384'].some((algorithm) =>
    (['der', 'ieee-p1363'] as const).some((dsaEncoding) => {
      try {
        return verify(algorithm, text, { key, dsaEncoding }, bytes);
      } catch {
        return false;
      }
    }),
  );
}

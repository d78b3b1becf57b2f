import { ImportError } from './import-error.ts';
import { readPropertyList, type PlistValue } from './property-list.ts';
import { webAddress } from './read-mhtml.ts';
import { NO_FACTS, type Unpacked } from './unpacked.ts';

/**
 * The page in a web archive as Safari saves it.
 * @throws ImportError where it is damaged or holds no page
 */
export function readSafariArchive(bytes: Uint8Array, name: string): Unpacked {
  const main = mainResource(bytes);
  const data = main?.get('WebResourceData');
  if (!main || !(data instanceof Uint8Array))
    throw new ImportError(
      'unreadable',
      `“${name}” is a Safari web archive without a page in it; it may be cut off.`,
    );
  const word = (key: string) => {
    const value = main.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    format: 'webarchive',
    bytes: data,
    mediaType: word('WebResourceMIMEType') || 'text/html',
    charset: word('WebResourceTextEncodingName'),
    encoding: '',
    whole: false,
    facts: { ...NO_FACTS, address: webAddress(word('WebResourceURL')) },
    warnings: [],
  };
}

function mainResource(bytes: Uint8Array): ReadonlyMap<string, PlistValue> | undefined {
  try {
    const list = readPropertyList(bytes);
    const main = list instanceof Map ? list.get('WebMainResource') : undefined;
    return main instanceof Map ? (main as ReadonlyMap<string, PlistValue>) : undefined;
  } catch {
    // whatever is wrong inside, the sentence is the same
    return undefined;
  }
}

import { useWords } from '../i18n/index.ts';

/** A device as people call it: the name that Assay gave it is said in the language of the window, any other stays. */
export function useDeviceName(): (name: string) => string {
  const say = useWords('team');
  return (name) => {
    const number = /^Device (\w{4,8})$/.exec(name)?.[1];
    return number === undefined ? name : say('devices.named', { number });
  };
}

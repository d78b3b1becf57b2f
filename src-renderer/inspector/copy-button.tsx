import { Copy } from 'lucide-react';
import { sentenceOf } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton, toast } from '../ui/index.ts';

export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const say = useWords('inspector');
  return (
    <IconButton
      size="small"
      icon={Copy}
      label={label}
      onPress={() =>
        void navigator.clipboard
          .writeText(text)
          .then(() => toast({ tone: 'plain', text: say('copied') }))
          .catch((error: unknown) => toast({ tone: 'danger', text: sentenceOf(error) }))
      }
    />
  );
}

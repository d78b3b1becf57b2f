import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { cx } from './class-names.ts';
import css from './overlay.module.css';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly foot?: ReactNode;
  readonly size?: 'usual' | 'wide' | 'full';
  readonly role?: 'dialog' | 'alertdialog';
};

/** A modal dialog: mount it to open it. Escape and a click beside it close it. */
export function Dialog({ title, onClose, children, foot, size = 'usual', role = 'dialog' }: DialogProps) {
  const say = useWords('app');
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={cx(css['veil'])}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={cx(css['modal'], size !== 'usual' && css[size])}>
        <AriaDialog className={cx(css['dialog'])} role={role}>
          <header className={css['head']}>
            <Heading slot="title" level={2} className={cx(css['title'])}>
              {title}
            </Heading>
            <IconButton label={say('close')} icon={X} onPress={onClose} />
          </header>
          <div className={css['body']}>{children}</div>
          {foot && <footer className={css['foot']}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

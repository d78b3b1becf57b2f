import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../data/use-call.ts';
import { wordsOf } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

type Props = {
  readonly children: ReactNode;
  /** Something else to show is a new start. */
  readonly about: string;
};
type State = { readonly error: Error | null; readonly about: string };

/** Keeps a fault inside its pane: the rest of the window goes on working. */
export class Guard extends Component<Props, State> {
  override state: State = { error: null, about: this.props.about };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.about === state.about ? null : { error: null, about: props.about };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const say = wordsOf('app');
    return (
      <EmptyState
        title={say('broken')}
        actions={<Button onPress={() => this.setState({ error: null })}>{say('tryAgain')}</Button>}
      >
        {sentenceOf(error)}
      </EmptyState>
    );
  }
}

import { Button } from '@fluentui/react-components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';

interface ViewBoundaryProps {
  readonly children: ReactNode;
  readonly onRetry: () => void;
}

interface ViewBoundaryState {
  readonly trouble: 'notLoaded' | 'brokenView' | null;
}

/** What webpack throws when a script does not come. */
const isNotFetched = (error: unknown): boolean => error instanceof Error && error.name === 'ChunkLoadError';

/** A view that broke or did not come leaves the rest of the pane standing. A class, because React knows no other way. */
export class ViewBoundary extends Component<ViewBoundaryProps, ViewBoundaryState> {
  override state: ViewBoundaryState = { trouble: null };

  static getDerivedStateFromError(error: unknown): ViewBoundaryState {
    return { trouble: isNotFetched(error) ? 'notLoaded' : 'brokenView' };
  }

  override render(): ReactNode {
    const { trouble } = this.state;
    if (trouble === null) return this.props.children;
    const { sentence, remedy } = words[trouble];
    return (
      <div role="alert">
        <p>
          <strong>{sentence}</strong>
        </p>
        <p>{remedy}</p>
        <Button
          onClick={() => {
            this.props.onRetry();
            this.setState({ trouble: null });
          }}
        >
          {words.actions.retry}
        </Button>
      </div>
    );
  }
}

import { Component } from 'react';
import type { ReactNode } from 'react';
import { shellWords as words } from '../../messages/pane/shell';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps the pane from going blank when a component throws. A class, because React knows no other way;
 * plain elements, because the theme may be what broke.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { sentence, remedy, reload } = words.brokenPane;
    return (
      <div className="plain" role="alert">
        <p>
          <strong>{sentence}</strong>
        </p>
        <p>{remedy}</p>
        <button
          type="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          {reload}
        </button>
      </div>
    );
  }
}

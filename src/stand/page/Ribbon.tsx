import { STAND } from '../../messages/stand';
import type { RibbonButton, RibbonTab } from './manifest';

interface RibbonProps {
  readonly tab: RibbonTab;
  /** Where the pane's files stand. */
  readonly base: string;
  /** Id of the button whose function runs. */
  readonly running: string | null;
  readonly onPress: (button: RibbonButton) => void;
}

/** The add-in's tab of the ribbon. */
export function Ribbon({ tab, base, running, onPress }: RibbonProps) {
  return (
    <nav className="ribbon" aria-label={STAND.ribbon.label}>
      <div className="ribbon-tab">{tab.label}</div>
      <div className="ribbon-groups">
        {tab.groups.map((group) => (
          <div key={group.label} className="ribbon-group" role="group" aria-label={group.label}>
            <div className="ribbon-buttons">
              {group.buttons.map((button) => (
                <button
                  key={button.id}
                  type="button"
                  className="ribbon-button"
                  title={button.tip}
                  disabled={running !== null && button.command !== null}
                  aria-busy={running === button.id}
                  onClick={() => {
                    onPress(button);
                  }}
                >
                  <img src={base + button.icon} alt="" width={32} height={32} />
                  <span>{button.label}</span>
                </button>
              ))}
            </div>
            <div className="ribbon-group-label" aria-hidden="true">
              {group.label}
            </div>
          </div>
        ))}
      </div>
    </nav>
  );
}

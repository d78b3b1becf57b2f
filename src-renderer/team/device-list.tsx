import { useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Badge } from '../ui/index.ts';
import css from './team.module.css';
import { useDeviceName } from './use-device-name.ts';

/** The devices that worked on this project: how far each is signed, and what is missing of it. */
export function DeviceList() {
  const say = useWords('team');
  const nameOf = useDeviceName();
  const devices = useQueryCall('listDevices', {}).data?.devices ?? [];
  if (devices.length < 2) return null;
  return (
    <section className={css['section']} aria-labelledby="team-devices">
      <h3 id="team-devices">{say('devices.title')}</h3>
      <ul className={css['rows']}>
        {devices.map((device) => (
          <li key={device.id}>
            <span className={css['who']}>
              <b>{device.person?.name || say('somebody')}</b> · {nameOf(device.name)} ·{' '}
              {say('devices.acts', { count: device.acts })}
              {device.last !== null && (
                <>
                  {' · '}
                  <time dateTime={device.last}>{formatTime(device.last)}</time>
                </>
              )}
              {device.gaps.map(({ from, to }) => (
                <span key={from} className={css['warning']}>
                  {say('devices.gap', { from, to })}
                </span>
              ))}
              {device.forks.length > 0 && <span className={css['warning']}>{say('devices.fork')}</span>}
              {device.withheld > 0 && (
                <span className={css['soft']}> · {say('devices.withheld', { count: device.withheld })}</span>
              )}
            </span>
            <Badge
              tone={
                device.signed?.state === 'revoked'
                  ? 'danger'
                  : device.signed && !device.mine
                    ? 'good'
                    : 'plain'
              }
            >
              {device.mine
                ? say('devices.mine')
                : device.signed
                  ? say('devices.signed', { count: device.signed.upTo })
                  : say('devices.unsigned')}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

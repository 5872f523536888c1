export {
  type Answered,
  type Asked,
  type Outbound,
  type OutboundOptions,
  openOutbound,
} from './open-outbound.ts';
export { OutboundError } from './outbound-error.ts';

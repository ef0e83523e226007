import { thisDeviceZone } from "./time";

/** The IANA zones this device knows, and always its own and `also`. */
export function timeZones(also?: string): readonly string[] {
  const all = [
    thisDeviceZone(),
    ...Intl.supportedValuesOf("timeZone"),
    ...(also === undefined ? [] : [also]),
  ];
  return [...new Set(all)].sort();
}

/** The mark: a hexagon with the H of HEKAX. */
export function BrandMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M16 1.5 28.6 8.75v14.5L16 30.5 3.4 23.25V8.75Z" className="fill-accent" />
      <path
        d="M10.5 9.5v13M21.5 9.5v13M10.5 16h11"
        className="fill-none stroke-on-accent"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
    </svg>
  );
}

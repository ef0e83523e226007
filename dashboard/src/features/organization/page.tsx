import { useMay } from "@/lib/me-context";
import { Card, CardState } from "@/ui/card";
import { PageHeading } from "@/ui/page-heading";
import { organizationCopy as words } from "./copy";
import { BusinessForm } from "./parts/business-form";
import { ClosingCard } from "./parts/closing-card";
import { RequireTwoStep } from "./parts/require-two-step";
import { useOrganization } from "./queries";

/** Who the business is, how its people sign in and, for owners, its end. */
export function OrganizationPage() {
  const organization = useOrganization();
  const mayClose = useMay("ORGANIZATION_OWN");
  const { business, signIn, failedText } = words;
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading>{words.title}</PageHeading>
      <Card title={business.title} what={business.what}>
        {organization.data ? (
          <BusinessForm organization={organization.data} />
        ) : (
          <CardState title={business.title} query={organization}>
            {failedText}
          </CardState>
        )}
      </Card>
      {organization.data && (
        <Card title={signIn.title} what={signIn.what}>
          <RequireTwoStep organization={organization.data} />
        </Card>
      )}
      {mayClose && <ClosingCard />}
    </div>
  );
}

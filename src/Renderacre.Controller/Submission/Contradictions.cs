using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Submission;

/// <summary>Requirements that no worker could ever meet, and run times that no task could have.</summary>
internal static class Contradictions
{
    // Of custom attributes a host may have several values; of these it has one (template schemas §3.3.2).
    private static readonly string[] SingleValued = ["attr.worker.os.family", "attr.worker.cpu.arch"];

    /// <summary>Looks for them among checked requirements.</summary>
    /// <param name="field">The field, such as <c>tasks[0].requirements</c>.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="faults">Takes what contradicts.</param>
    public static void Check(string field, Contracts.Jobs.Requirements requirements, FaultList faults)
    {
        CheckAmounts($"{field}.amounts", requirements.Amounts ?? [], faults);
        CheckAttributes($"{field}.attributes", requirements.Attributes ?? [], faults);
    }

    /// <summary>Looks whether a job's lists of workers keep off every worker.</summary>
    /// <param name="field">The field of those that are denied.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="faults">Takes what contradicts.</param>
    public static void CheckLists(string field, JobPolicy? policy, FaultList faults)
    {
        if (policy is not { DenyWorkers: { Count: > 0 } denied })
            return;
        if (denied.Contains("*"))
            faults.Add(field, "'*' keeps off every worker; leave it out, or pause the job");
        else if (policy.AllowWorkers is { Count: > 0 } allowed && allowed.All(name => IsDenied(name, denied)))
            faults.Add(field, "keeps off all that allow_workers names; one of them has to be left");
    }

    /// <summary>An amount may be asked for twice, but not so that no number would do.</summary>
    private static void CheckAmounts(string field, IReadOnlyList<AmountRequirement> amounts, FaultList faults)
    {
        foreach (IGrouping<string, AmountRequirement> same in
            amounts.GroupBy(amount => amount.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Max(amount => amount.Min) > same.Min(amount => amount.Max))
            {
                faults.Add(field, $"'{same.Key}' is asked for several times: at least "
                    + $"{same.Max(amount => amount.Min)} and at most {same.Min(amount => amount.Max)} contradict");
            }
        }
    }

    private static void CheckAttributes(
        string field, IReadOnlyList<AttributeRequirement> attributes, FaultList faults)
    {
        foreach (IGrouping<string, AttributeRequirement> same in
            attributes.GroupBy(attribute => attribute.Name, StringComparer.OrdinalIgnoreCase))
        {
            IReadOnlyList<string>[] asked = [.. same.SelectMany(Asked)];
            if (asked.Length < 2 || !SingleValued.Contains(same.Key, StringComparer.OrdinalIgnoreCase))
                continue;
            if (!asked[0].Any(value => asked.All(each => each.Contains(value, StringComparer.OrdinalIgnoreCase))))
            {
                faults.Add(field, $"'{same.Key}' has one value on a host: "
                    + $"{string.Join(" and ", asked.Select(each => string.Join(" or ", each)))} contradict");
            }
        }
    }

    /// <summary>What has to hold at once: one of each of these.</summary>
    private static IEnumerable<IReadOnlyList<string>> Asked(AttributeRequirement attribute)
    {
        if (attribute.AnyOf is { Count: > 0 } any)
            yield return any;
        foreach (string value in attribute.AllOf ?? [])
            yield return [value];
    }

    // A pattern stands for names that nobody can list: it is denied where it is so as it is written.
    private static bool IsDenied(string allowed, IReadOnlyList<string> denied) => allowed.AsSpan().ContainsAny('*', '?')
        ? denied.Contains(allowed, StringComparer.OrdinalIgnoreCase)
        : denied.Any(pattern => WorkerLists.Matches(pattern, allowed));

    /// <summary>
    /// Checks that the run times which a job and its steps say themselves go with those that they get where they say
    /// none. What one of them says by itself is checked with the policy.
    /// </summary>
    /// <param name="own">What the job says itself, or null.</param>
    /// <param name="policy">What holds for it, with what its queue says; or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckRunTimes(JobPolicy? own, JobPolicy? policy, FaultList faults)
    {
        if (policy is null)
            return;
        CheckRunTimes("policy", own ?? policy, policy, "the queue", faults);
        foreach ((string step, StepPolicy? said) in own?.Steps ?? new Dictionary<string, StepPolicy>())
        {
            StepPolicy holds = StepPolicies.Of(policy, step);
            CheckRunTimes($"policy.steps.{step}", said ?? new StepPolicy(), holds, "the job", faults);
        }
    }

    private static void CheckRunTimes(
        string field, TaskPolicy own, TaskPolicy holds, string giver, FaultList faults)
    {
        if (own.RunTimeMin >= own.RunTimeMax || !(holds.RunTimeMin >= holds.RunTimeMax))
            return;
        (string name, int? said, string other, int? given) = own.RunTimeMin is null
            ? ("run_time_max", holds.RunTimeMax, "run_time_min", holds.RunTimeMin)
            : ("run_time_min", holds.RunTimeMin, "run_time_max", holds.RunTimeMax);
        faults.Add(
            $"{field}.{name}",
            $"is {said}, and {other} is {given}, as {giver} says; no task could succeed. Say another {other}, too");
    }
}

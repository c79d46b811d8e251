using Renderacre.Farm.Requirements;
using AmountRequirement = Renderacre.Contracts.Jobs.AmountRequirement;
using AttributeRequirement = Renderacre.Contracts.Jobs.AttributeRequirement;

namespace Renderacre.Controller.Submission;

/// <summary>What a task asks of a worker, from the wire's and the template's terms to the farm's.</summary>
internal static class RequirementMapping
{
    private const double AmountMax = 9e12;

    /// <summary>Checks requirements.</summary>
    /// <param name="field">The field, such as <c>tasks[0].requirements</c>.</param>
    /// <param name="requirements">The requirements, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, Contracts.Jobs.Requirements? requirements, FaultList faults)
    {
        if (requirements is null)
            return;
        TextRules.CheckMap($"{field}.labels", requirements.Labels!, faults);
        TextRules.CheckNames($"{field}.pools", requirements.Pools, faults);
        for (int i = 0; i < requirements.Amounts?.Count; i++)
            CheckAmount($"{field}.amounts[{i}]", requirements.Amounts[i], faults);
        for (int i = 0; i < requirements.Attributes?.Count; i++)
            CheckAttribute($"{field}.attributes[{i}]", requirements.Attributes[i], faults);
        if (faults.IsEmpty)
            Contradictions.Check(field, requirements, faults);
    }

    /// <summary>The farm's terms of checked requirements.</summary>
    /// <param name="requirements">The requirements, or null.</param>
    /// <param name="limits">Names of limits, or null.</param>
    public static RequirementSpec ToSpec(Contracts.Jobs.Requirements? requirements, IReadOnlyList<string>? limits)
    {
        if (requirements is null && limits is not { Count: > 0 })
            return RequirementSpec.None;
        return new RequirementSpec
        {
            Labels = [.. (requirements?.Labels ?? new Dictionary<string, string>())
                .OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => new LabelDemand(label.Key, label.Value))],
            Pools = requirements?.Pools ?? [],
            Amounts = [.. (requirements?.Amounts ?? []).Select(ToDemand)],
            Attributes = [.. (requirements?.Attributes ?? []).Select(ToDemand)],
            Limits = [.. (limits ?? []).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The wire's terms of a template's host requirements.</summary>
    /// <param name="host">The requirements, or null.</param>
    public static Contracts.Jobs.Requirements FromHost(OpenJd.Model.Jobs.HostRequirements? host) => new()
    {
        Labels = new Dictionary<string, string>(),
        Pools = [],
        Amounts = [.. (host?.Amounts ?? []).Select(amount =>
            new AmountRequirement(amount.Name, (double?)amount.Min, (double?)amount.Max))],
        Attributes = [.. (host?.Attributes ?? []).Select(attribute =>
            new AttributeRequirement { Name = attribute.Name, AnyOf = attribute.AnyOf, AllOf = attribute.AllOf })],
    };

    private static void CheckAmount(string field, AmountRequirement? amount, FaultList faults)
    {
        if (amount is null)
        {
            faults.Add(field, "is null; give an amount");
            return;
        }
        TextRules.CheckName($"{field}.name", amount.Name, faults);
        if (IsBeyond(amount.Min) || IsBeyond(amount.Max))
            faults.Add(field, $"min and max are from 0 to {AmountMax:0}");
        else if (amount.Min > amount.Max)
            faults.Add(field, $"min {amount.Min} is more than max {amount.Max}");
    }

    private static bool IsBeyond(double? amount) => amount is { } value && !(value >= 0 && value <= AmountMax);

    private static void CheckAttribute(string field, AttributeRequirement? attribute, FaultList faults)
    {
        if (attribute is null)
        {
            faults.Add(field, "is null; give an attribute");
            return;
        }
        TextRules.CheckName($"{field}.name", attribute.Name, faults);
        TextRules.CheckTexts($"{field}.anyOf", attribute.AnyOf, faults);
        TextRules.CheckTexts($"{field}.allOf", attribute.AllOf, faults);
    }

    private static AmountDemand ToDemand(AmountRequirement amount) =>
        new(amount.Name, Scale(amount.Min), Scale(amount.Max));

    private static long? Scale(double? amount) => amount is { } value ? AmountScale.Scale(value) : null;

    private static AttributeDemand ToDemand(AttributeRequirement attribute) =>
        new(attribute.Name, attribute.AnyOf ?? [], attribute.AllOf ?? []);
}

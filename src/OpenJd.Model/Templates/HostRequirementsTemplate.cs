using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>What a host must have. Source: template schemas §3.3.</summary>
/// <param name="Amounts">Quantities.</param>
/// <param name="Attributes">Attributes.</param>
/// <param name="Location">Where it stands.</param>
public sealed record HostRequirementsTemplate(
    IReadOnlyList<AmountRequirementTemplate> Amounts,
    IReadOnlyList<AttributeRequirementTemplate> Attributes,
    SourceLocation Location);

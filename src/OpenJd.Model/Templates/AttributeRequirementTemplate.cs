namespace OpenJd.Model.Templates;

/// <summary>An attribute that a host must have. Source: template schemas §3.3.2.</summary>
/// <param name="Name">The capability's name.</param>
/// <param name="AnyOf">Values of which it must have one; empty for no such demand.</param>
/// <param name="AllOf">Values all of which it must have; empty for no such demand.</param>
public sealed record AttributeRequirementTemplate(
    TemplateString Name,
    IReadOnlyList<TemplateString> AnyOf,
    IReadOnlyList<TemplateString> AllOf);

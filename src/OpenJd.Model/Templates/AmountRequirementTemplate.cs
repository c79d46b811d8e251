namespace OpenJd.Model.Templates;

/// <summary>A quantity that a host must have. Source: template schemas §3.3.1.</summary>
/// <param name="Name">The capability's name.</param>
/// <param name="Min">The least, or null.</param>
/// <param name="Max">The most, or null.</param>
public sealed record AmountRequirementTemplate(TemplateString Name, decimal? Min, decimal? Max);

namespace OpenJd.Model.Templates;

/// <summary>A quantity that a host must have. Source: template schemas §3.3.1.</summary>
/// <param name="Name">The capability's name.</param>
/// <param name="Min">The least, a number of 0 or more written as such or as a format string; or null.</param>
/// <param name="Max">The most, a number above 0 written as such or as a format string; or null.</param>
public sealed record AmountRequirementTemplate(TemplateString Name, TemplateString? Min, TemplateString? Max);

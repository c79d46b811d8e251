namespace OpenJd.Model.Jobs;

/// <summary>A job parameter's value. Source: template schemas §2.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The type it was defined with.</param>
/// <param name="Value">
/// The value's text, as <c>{{RawParam.Name}}</c> gives it: a list as JSON, a range expression in canonical form.
/// </param>
public sealed record JobParameter(string Name, JobParameterType Type, string Value);

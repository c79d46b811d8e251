namespace OpenJd.Model.Jobs;

/// <summary>One parameter of one task.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">The value's text, as <c>{{Task.Param.Name}}</c> gives it (before path mapping).</param>
public sealed record TaskParameterValue(string Name, TaskParameterType Type, string Value);

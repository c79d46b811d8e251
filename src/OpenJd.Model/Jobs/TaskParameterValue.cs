namespace OpenJd.Model.Jobs;

/// <summary>One parameter of one task.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">The value's text, as <c>{{Task.RawParam.Name}}</c> gives it.</param>
public readonly record struct TaskParameterValue(string Name, TaskParameterType Type, string Value);

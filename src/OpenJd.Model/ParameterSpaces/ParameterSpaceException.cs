namespace OpenJd.Model.ParameterSpaces;

/// <summary>A combination expression or ranges that make no parameter space.</summary>
/// <param name="message">What is wrong and what would be right.</param>
public sealed class ParameterSpaceException(string message) : Exception(message);

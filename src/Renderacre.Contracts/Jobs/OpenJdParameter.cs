using System.Text.Json;

namespace Renderacre.Contracts.Jobs;

/// <summary>A parameter's type and value.</summary>
/// <param name="ParamType">The type as the specification spells it, such as <c>INT</c>.</param>
/// <param name="Value">
/// The value: a number for INT and FLOAT, true or false for BOOL, a list for the lists, else text.
/// </param>
public sealed record OpenJdParameter(string ParamType, JsonElement Value);

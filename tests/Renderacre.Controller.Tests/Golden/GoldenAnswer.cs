using System.Text.Json.Nodes;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Where an answer is better than the recorded one: what it has to be instead.</summary>
/// <param name="Status">The status, or null for the recorded one.</param>
/// <param name="Change">Changes the recorded JSON to what is right, or null for no change.</param>
/// <param name="ContentType">The content type, or null for the recorded one.</param>
/// <param name="IsNull">Whether the answer is JSON's null.</param>
internal sealed record GoldenAnswer(
    int? Status = null, Action<JsonObject>? Change = null, string? ContentType = null, bool IsNull = false);

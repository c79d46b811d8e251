using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenJd.Vectors.Suites;

/// <summary>A kind of question.</summary>
public interface IVectorSuite
{
    /// <summary>The name of its file, without the ending.</summary>
    string Name { get; }

    /// <summary>Answers a question.</summary>
    /// <param name="vector">The question.</param>
    /// <returns>
    /// An object with <c>id</c> and either <c>result</c> or <c>error</c>; of templates with <c>accept</c>.
    /// </returns>
    JsonObject Answer(JsonElement vector);

    /// <summary>Lays a result beside the expected one.</summary>
    /// <param name="expected">The vector's result; of templates its <c>accept</c>.</param>
    /// <param name="actual">This implementation's; of templates the whole answer.</param>
    /// <returns>What differs, or null.</returns>
    string? Difference(JsonElement expected, JsonElement actual);
}

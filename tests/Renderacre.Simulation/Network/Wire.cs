using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Http;

namespace Renderacre.Simulation.Network;

/// <summary>The wire's JSON, as bytes.</summary>
internal static class Wire
{
    public static WireJson Json => WireJson.Default;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    public static T Read<T>(byte[] bytes, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(bytes, type) ?? throw RefusedException.Invalid("null");
}

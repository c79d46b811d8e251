using Renderacre.Controller.Http;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.People;

/// <summary>Requests of people about shares.</summary>
internal static class ShareCalls
{
    public static Call Define(string name, int weight) => new()
    {
        Kind = "share",
        From = "people",
        Act = async (controller, stop) =>
        {
            FarmResult<Done> result = await controller.Writer.DoAsync(
                Principals.Api, (state, context) => state.DefineShare(context, name, weight), null, null, stop);
            result.ValueOrRefuse("share", name);
            return [];
        },
        Heard = _ => { },
        About = $"{name} {weight}",
    };
}

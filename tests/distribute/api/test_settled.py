from django.core.signals import request_finished

from knutepunkt.distribute.api.settled import Settled


def test_an_answer_that_was_sent_lets_go_of_its_request_and_tells_nobody():
    let_go, told = [], []
    response = Settled(b"{}")
    response._resource_closers.append(lambda: let_go.append("request"))

    def tell(**said):
        told.append(said)

    request_finished.connect(tell)
    try:
        response.close()
    finally:
        request_finished.disconnect(tell)

    assert (let_go, told, response.closed) == (["request"], [], True)
